import { defineConfig } from 'vite';

/** The sandboxed preload: one CommonJS file. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome130',
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      input: 'electron/shell/preload.ts',
      output: { format: 'cjs', entryFileNames: 'preload.cjs' },
    },
  },
});
