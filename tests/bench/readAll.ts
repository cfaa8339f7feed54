import { newExtractor, readOne } from './corpus.ts';

/** A process of its own that reads the named files one after the other; prints how many gave text and its highest memory in MiB. */
const extractor = newExtractor();
let read = 0;
for (const file of process.argv.slice(2)) {
  const { extraction } = await readOne(extractor, file);
  if (extraction !== null) read += 1;
}
await extractor.close();
console.log(JSON.stringify({ read, highestMb: process.resourceUsage().maxRSS / 1024 }));
