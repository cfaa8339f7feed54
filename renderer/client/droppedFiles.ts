/**
 * The files of a drop. Must be called inside the drop handler: the browser forgets the entries afterwards. In Electron a
 * folder is handed over as it is, since the host reads it; in a browser its files are collected here, each with its path.
 */
export function droppedFiles(transfer: DataTransfer, isFolderRead: boolean): Promise<File[]> {
  if (isFolderRead) return Promise.resolve([...transfer.files]);
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return Promise.resolve([...transfer.files]);
  return Promise.all(entries.map((entry) => filesUnder(entry))).then((files) => files.flat());
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)]; // isFile says which kind it is
  if (!entry.isDirectory) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader(); // isDirectory says which kind it is
  const files: File[] = [];
  for (;;) {
    const batch = await readBatch(reader);
    if (batch.length === 0) return files;
    for (const child of batch) files.push(...(await filesUnder(child)));
  }
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject);
  });
  const path = entry.fullPath.replace(/^\//, '');
  if (path === file.name) return file;
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
}
