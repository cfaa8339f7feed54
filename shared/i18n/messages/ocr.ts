import type { Translation } from '../translation.ts';

export const ocrZh = {
  title: '扫描页识别',
  nothingToDo: '没有需要识别的扫描页。',
  counts: (done: number, waiting: number, failed: number): string =>
    [
      `已识别 ${done} 页`,
      ...(waiting > 0 ? [`待识别 ${waiting} 页`] : []),
      ...(failed > 0 ? [`未能识别 ${failed} 页`] : []),
    ].join(' · '),
  summary: (waiting: number): string => `${waiting} 页没有可检索的文字`,
  summaryDone: (done: number): string => `${done} 页为识别文字，引用前请核对原件`,
  current: (page: number): string => `正在识别第 ${page} 页`,
  states: {
    queued: '排队中',
    paused: '已暂停',
    cancelled: '已取消',
    none: '未识别',
    done: '已完成',
  },
  confidence: (percent: number): string => `平均把握 ${percent}%`,
  lowConfidence: '把握较低，请逐字核对',
  failed: (page: number, reason: string): string => `第 ${page} 页：${reason}`,
  noModelTitle: (pages: number): string =>
    `${pages} 页没有可用文字（扫描图像或字体无法还原），无法检索`,
  noModel:
    '本机还没有识别模型。请选择放有 chi_sim.traineddata 的文件夹（可向管理员索取）；程序不会自行下载。',
  noModelFile:
    '还没有识别模型。请选择 chi_sim.traineddata 文件（可向管理员索取）；浏览器不能记住文件夹，模型会存入本工作库。程序不会自行下载。',
  problem: '识别已停下',
  chooseModel: '选择模型文件夹…',
  chooseModelFile: '选择模型文件…',
  keptInWorkspace: '保存在本工作库中',
  changeModel: '更换…',
  forgetModel: '停用',
  noModelChosen: '未选择',
  modelChosen: (name: string): string => `已选用识别模型 ${name}`,
  settingsTitle: '扫描页识别',
  settingsHint:
    '扫描页在本机识别成文字后才能检索和引用。识别模型由管理员放在本机的文件夹里，程序只读取它，不联网、不下载。',
  settingsFolder: '模型文件夹',
  settingsModel: '模型',
  run: '识别',
  runAll: '全部识别',
  resume: '继续',
  pause: '暂停',
  pauseAll: '全部暂停',
  cancel: '取消',
  retry: '重试',
  again: '重新识别',
  runOf: (title: string): string => `识别《${title}》`,
  pauseOf: (title: string): string => `暂停识别《${title}》`,
  cancelOf: (title: string): string => `取消识别《${title}》`,
  againOf: (title: string): string => `重新识别《${title}》`,
  progressOf: (title: string): string => `《${title}》的识别进度`,
  show: '展开',
  hide: '收起',
  pageNotice: '识别文字，请核对原件',
  badge: '识别文字',
  badgeNote: '识别文字，请核对原件',
  changed: '重新识别后，原处文字已变，请重新核对',
};

export const ocrEn: Translation<typeof ocrZh> = {
  title: 'Text recognition',
  nothingToDo: 'No scanned pages to recognise.',
  counts: (done, waiting, failed) =>
    [
      `${done} recognised`,
      ...(waiting > 0 ? [`${waiting} waiting`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
    ].join(' · '),
  summary: (waiting) =>
    waiting === 1 ? '1 page cannot be searched' : `${waiting} pages cannot be searched`,
  summaryDone: (done) =>
    `${done === 1 ? '1 page is' : `${done} pages are`} recognised text: check quotes against the original`,
  current: (page) => `Recognising page ${page}`,
  states: {
    queued: 'Queued',
    paused: 'Paused',
    cancelled: 'Cancelled',
    none: 'Not recognised',
    done: 'Done',
  },
  confidence: (percent) => `${percent}% sure on average`,
  lowConfidence: 'Low confidence: check word by word',
  failed: (page, reason) => `Page ${page}: ${reason}`,
  noModelTitle: (pages) =>
    pages === 1
      ? '1 page without usable text (scanned, or its fonts unreadable) cannot be searched'
      : `${pages} pages without usable text (scanned, or their fonts unreadable) cannot be searched`,
  noModel:
    'There is no recognition model here yet. Choose the folder that holds chi_sim.traineddata (your administrator has it); the app downloads nothing.',
  noModelFile:
    'There is no recognition model yet. Choose the file chi_sim.traineddata (your administrator has it); a browser cannot remember a folder, so the model is kept in this workspace. The app downloads nothing.',
  problem: 'Recognition stands still',
  chooseModel: 'Choose model folder…',
  chooseModelFile: 'Choose model file…',
  keptInWorkspace: 'Kept in this workspace',
  changeModel: 'Change…',
  forgetModel: 'Stop using',
  noModelChosen: 'None chosen',
  modelChosen: (name) => `Recognition model ${name} is in use`,
  settingsTitle: 'Text recognition',
  settingsHint:
    'Scanned pages can be searched and quoted once they are recognised, here on this computer. An administrator puts the model into a local folder; the app only reads it and downloads nothing.',
  settingsFolder: 'Model folder',
  settingsModel: 'Model',
  run: 'Recognise',
  runAll: 'Recognise all',
  resume: 'Resume',
  pause: 'Pause',
  pauseAll: 'Pause all',
  cancel: 'Cancel',
  retry: 'Retry',
  again: 'Recognise again',
  runOf: (title) => `Recognise “${title}”`,
  pauseOf: (title) => `Pause recognising “${title}”`,
  cancelOf: (title) => `Cancel recognising “${title}”`,
  againOf: (title) => `Recognise “${title}” again`,
  progressOf: (title) => `Recognition of “${title}”`,
  show: 'Show',
  hide: 'Hide',
  pageNotice: 'Recognised text: check against the original',
  badge: 'Recognised',
  badgeNote: 'Recognised text: check against the original',
  changed: 'The text here changed when the page was recognised again: check it anew',
};
