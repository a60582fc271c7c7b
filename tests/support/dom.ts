import '@testing-library/jest-dom';

// jsdom has dialogs, but neither opens nor closes them.
Object.assign(globalThis.HTMLDialogElement?.prototype ?? {}, {
  showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  },
  close(this: HTMLDialogElement) {
    this.removeAttribute('open');
    this.dispatchEvent(new Event('close'));
  },
});

// jsdom's files cannot be read but by a FileReader.
if (globalThis.Blob && !globalThis.Blob.prototype.text) {
  Object.assign(globalThis.Blob.prototype, {
    text(this: Blob) {
      return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.onerror = () => reject(reader.error);
        reader.readAsText(this);
      });
    },
  });
}

// What a form kept for its next opening is no test's business but its own.
beforeEach(() => globalThis.sessionStorage?.clear());
