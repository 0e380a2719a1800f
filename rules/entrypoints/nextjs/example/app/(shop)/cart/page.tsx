// entry: kind=http title=page /cart
export default async function Page() {
  // entry: kind=http title=action buy
  async function buy() {
    "use server";
  }
  return <form action={buy} />;
}
