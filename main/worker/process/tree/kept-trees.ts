import type { TreeLook } from '../../process-tree.ts';
import { ProcessLook } from './process-look.ts';

/** How often what goes on after its command is looked at. */
const LOOK_MS = 2_000;

/** A tree whose command is over, and that starts more meanwhile. */
interface KeptTree {
  follow(look: TreeLook): void;
}

const followed = new Set<KeptTree>();
let timer: NodeJS.Timeout | undefined;

/** Looks at a tree from time to time, at all such trees of this process in one look. */
export function followKept(tree: KeptTree): void {
  followed.add(tree);
  timer ??= setInterval(lookAtAll, LOOK_MS).unref();
}

/** One that is not followed does no harm. */
export function unfollowKept(tree: KeptTree): void {
  followed.delete(tree);
  if (followed.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

function lookAtAll(): void {
  const look = new ProcessLook();
  for (const tree of followed) tree.follow(look);
}
