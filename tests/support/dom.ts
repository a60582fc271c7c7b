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

// What a form kept for its next opening is no test's business but its own.
beforeEach(() => globalThis.sessionStorage?.clear());
