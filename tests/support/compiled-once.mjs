import { createHash } from 'node:crypto';
import { TestEnvironment } from 'jest-environment-node';

/** By the hash of their bytes, for all the test files of a worker. */
const modules = new Map();

/** Node's environment, in which WebAssembly (Prisma's query compiler, PDFium) is compiled once for a worker and not for each test file. */
export default class CompiledOnce extends TestEnvironment {
  constructor(...args) {
    super(...args);
    const { WebAssembly } = this.global;
    WebAssembly.Module = new Proxy(WebAssembly.Module, {
      construct(Module, [bytes]) {
        const key = createHash('sha1').update(bytes).digest('hex');
        if (!modules.has(key)) modules.set(key, new Module(bytes));
        return Object.setPrototypeOf(modules.get(key), Module.prototype);
      },
    });
  }
}
