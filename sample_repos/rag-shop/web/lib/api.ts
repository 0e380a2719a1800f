const API = process.env.NEXT_PUBLIC_API_URL ?? "http://localhost:8000";

export async function askShop(shop: string, text: string): Promise<string> {
  const response = await fetch(`${API}/shops/${shop}/questions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) throw new Error(`The shop did not answer: ${response.status}`);
  const { answer } = await response.json();
  return answer;
}

export async function describe(name: string): Promise<string> {
  const response = await fetch("/api/describe", {
    method: "POST",
    body: JSON.stringify({ name }),
  });
  if (!response.ok) throw new Error("No description");
  return await response.text();
}
