import { z } from 'zod';
import {
  RecognitionAction,
  RecognitionModel,
  RecognitionStatus,
} from '../../domain/recognition/recognitionStatus.ts';
import { Id, command, query } from '../kinds.ts';

/** Recognising scanned pages. */
export const recognitionChannels = {
  /** `projectId` null: the model and the queue alone, no documents. */
  'ocr.status': query(z.strictObject({ projectId: Id.nullable() }), RecognitionStatus),
  /** `source` is the token of a folder that holds the model; null forgets it. The folder stays where it is. */
  'ocr.setModel': command(
    z.strictObject({ source: z.string().nullable() }),
    z.strictObject({ model: RecognitionModel.nullable() }),
  ),
  /** `versionId` null means every document of the project. `first` takes a document before others and queues nothing. */
  'ocr.control': command(
    z.strictObject({ projectId: Id, versionId: Id.nullable(), action: RecognitionAction }),
    RecognitionStatus,
  ),
} as const;
