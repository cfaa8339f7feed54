import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

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
        extractWorker: 'electron/workers/extractWorker.ts',
      },
      // One folder, so that a module finds its neighbours beside itself whatever chunk it lands in.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
