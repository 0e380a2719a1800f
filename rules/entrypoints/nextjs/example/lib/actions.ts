"use server";

import { helper } from "./helper";

// entry: kind=http title=action rename
export async function rename(title: string) {
  return clean(title);
}

// entry: kind=http title=action remove
export const remove = async (id: string) => helper(id);

function clean(title: string) {
  return title.trim();
}
