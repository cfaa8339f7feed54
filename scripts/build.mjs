import './lib/requireNode24.mjs';
const { buildStale } = await import('./lib/build.ts');

const built = await buildStale(process.argv.includes('--force'));
console.log(built.length === 0 ? 'Nothing to build.' : `Built ${built.join(', ')}.`);
