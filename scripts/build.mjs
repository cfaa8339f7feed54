import { buildStale } from './lib/build.mjs';

const force = process.argv.includes('--force');
const built = await buildStale({ force });
console.log(built.length === 0 ? 'Nothing to build.' : `Built ${built.join(', ')}.`);
