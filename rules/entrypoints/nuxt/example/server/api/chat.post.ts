// entry: kind=http title=POST /api/chat
export default defineEventHandler(async (event) => {
  return "hi";
});
