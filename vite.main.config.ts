import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Vite does not look for workers in code for Node, so each is an entry of its own. */
const workers = readdirSync('electron/workers').filter((name) => name.endsWith('Worker.ts'));

/** Everything that runs in Node: the shell, the core's process, the loopback host, and each worker as an entry of its own. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: ['electron', 'better-sqlite3', /^pdfjs-dist/, ...builtinModules, /^node:/],
      input: {
        main: 'electron/shell/main.ts',
        coreProcess: 'electron/host/coreProcess.ts',
        serve: 'electron/host/serve.ts',
        ...Object.fromEntries(
          workers.map((name) => [name.slice(0, -'.ts'.length), `electron/workers/${name}`]),
        ),
      },
      // One folder, so that a module finds its neighbours beside itself whatever chunk it lands in.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
