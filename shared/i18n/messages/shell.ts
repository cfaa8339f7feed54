import type { Translation } from '../translation.ts';

/** The window's own menu and the system's dialogs. */
export const shellZh = {
  app: '合规审查台',
  quit: '退出',
  edit: '编辑',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  pickFiles: '选择要审查的文件',
  pickFolder: '选择要审查的文件夹',
  coreStopped: '后台程序意外停止',
  coreStoppedDetail: '已保存的内容不受影响，正在进行的操作未完成。重新启动后台程序即可继续。',
  restart: '重新启动',
  cannotOpen: '程序无法打开窗口，文件可能不完整。工作库未作改动，请重新安装后再试。',
};

export const shellEn: Translation<typeof shellZh> = {
  app: 'Counsel Desk',
  quit: 'Quit',
  edit: 'Edit',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  pickFiles: 'Choose the files to review',
  pickFolder: 'Choose the folder to review',
  coreStopped: 'The background process stopped unexpectedly',
  coreStoppedDetail:
    'What was saved is unaffected; what was under way did not finish. Restart the background process to go on.',
  restart: 'Restart',
  cannotOpen:
    'The window cannot be opened; files of the program may be missing. The workspace was not touched: reinstall and try again.',
};
