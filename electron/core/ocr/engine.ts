import type { RecognisedKind, Recognition } from '#shared/domain/recognition/recognition.ts';

/** A page to recognise. `bytes` is asked for only when the engine does not hold the document already. */
export interface PageToRecognise {
  readonly kind: RecognisedKind;
  readonly documentKey: string;
  readonly bytes: () => Uint8Array;
  readonly password: string | null;
  /** Counts from 1. */
  readonly page: number;
  readonly mustDraw: boolean;
}

/** The model's bytes as they lie in its file, packed or not. */
export interface EngineModel {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What recognises a page: one at a time, in a thread of its own, from bytes alone. */
export interface RecognitionEngine {
  /**
   * Rejects with AppError: page-blank, page-needs-drawing, page-unreadable, page-locked, file-damaged, file-image, limit-pixels, worker-timeout, worker-memory,
   * worker-crashed (the page's own fault), ocr-model-damaged, cancelled.
   */
  recognise(page: PageToRecognise): Promise<Recognition>;
  /** Ends the thread at once; a page at hand is cancelled. */
  stop(): Promise<void>;
}
