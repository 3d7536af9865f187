import { describe } from '@jest/globals';
import { EmbeddedEngine } from '../../../src/engine/embedded.js';
import { engineContract } from './engine-contract.js';

describe('the embedded engine', () => {
  engineContract(async () => new EmbeddedEngine());
});
