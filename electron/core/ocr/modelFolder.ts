import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { sha256Hex } from '../repo/contentStore.ts';
import type { EngineModel } from './engine.ts';

/** Models that read Chinese documents, the best suited first. */
const wantedModels = ['chi_sim', 'chi_tra'] as const;
const endings = ['.traineddata', '.traineddata.gz'] as const;
/** Larger than any model known. */
const maxModelBytes = 256 * 1024 * 1024;

export interface FoundModel extends EngineModel {
  /** Of the file as it lies there. */
  readonly sha256: string;
}

/**
 * The model in a folder that the lawyer's administrator filled, or at the path of its file; nothing is ever downloaded. Errors:
 * `ocr-model-folder` where the place cannot be read, `ocr-model-missing` where no model for Chinese lies in it or the file is
 * not named as one, `ocr-model-damaged`.
 */
export function readModel(place: string): FoundModel {
  return isFile(place) ? readNamed(place) : readFolder(place);
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readNamed(file: string): FoundModel {
  const own = path.basename(file);
  const name = modelOf(own);
  if (name === undefined)
    throw new AppError('ocr-model-missing', { folder: own, file: 'chi_sim.traineddata' });
  return readFile(file, name);
}

/** The model that a file is by its name, packed or not; none for a model of another language. */
function modelOf(fileName: string): string | undefined {
  return wantedModels.find((wanted) => endings.some((ending) => fileName === wanted + ending));
}

function readFolder(folder: string): FoundModel {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new AppError('ocr-model-folder', { folder }, { cause });
  }
  for (const name of wantedModels) {
    const file = endings.map((ending) => name + ending).find((one) => names.includes(one));
    if (file !== undefined) return readFile(path.join(folder, file), name);
  }
  throw new AppError('ocr-model-missing', { folder, file: 'chi_sim.traineddata' });
}

/**
 * A model that was handed over as a file, without a place where it stays. Errors: `ocr-model-missing` where its name is not
 * that of a model for Chinese, `ocr-model-damaged`.
 */
export function givenModel(fileName: string, bytes: Uint8Array): FoundModel {
  const own = path.posix.basename(fileName);
  const name = modelOf(own);
  if (name === undefined)
    throw new AppError('ocr-model-missing', { folder: own, file: 'chi_sim.traineddata' });
  if (bytes.length > maxModelBytes) throw new AppError('ocr-model-damaged', { file: own });
  return { name, bytes, sha256: sha256Hex(bytes) };
}

function readFile(file: string, name: string): FoundModel {
  try {
    if (statSync(file).size > maxModelBytes) throw new Error('too large for a model');
    const bytes = new Uint8Array(readFileSync(file));
    return { name, bytes, sha256: sha256Hex(bytes) };
  } catch (cause) {
    throw new AppError('ocr-model-damaged', { file: path.basename(file) }, { cause });
  }
}
