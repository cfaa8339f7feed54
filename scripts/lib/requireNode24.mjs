/** Ends with one line instead of a crash: the SQLite of this project needs the Node that `npm ci` brings. */
const [major] = process.versions.node.split('.');
if (Number(major) < 24) {
  console.error(
    `Counsel Desk needs Node 24 (this is ${process.version}): start it through npm, which uses the Node of node_modules/.bin.`,
  );
  process.exit(1);
}
