import { helper } from "../../../../lib/helper";

export const maxDuration = 60;

// entry: kind=http title=GET /api/chat/[id]
export const GET = async (request: Request) => helper(request);

// entry: kind=http title=POST /api/chat/[id]
export async function POST(request: Request) {
  return helper(request);
}

function local() {
  return "POST";
}
local();
