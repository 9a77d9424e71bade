/** Who may read what fans ask, and answer them. */
export const STAFF = ['editor', 'publisher', 'operator', 'admin'];
