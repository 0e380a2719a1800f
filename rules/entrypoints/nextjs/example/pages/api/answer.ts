// entry: kind=http title=/api/answer
export default async function handler(req: any, res: any) {
  res.status(200).json({});
}
