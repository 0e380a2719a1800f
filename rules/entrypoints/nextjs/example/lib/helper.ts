export function helper(value: unknown) {
  return new Response(String(value));
}
helper("");
