// The whole of ELK: in a worker it answers messages by itself. This build evaluates no text, as the page's policy asks.
import 'elkjs/lib/elk-worker.min.js';
