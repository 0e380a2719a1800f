"use client";

import { useState } from "react";

import { askShop, describe } from "@/lib/api";

export default function AskPage() {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState("");

  async function handleAsk() {
    setAnswer(await askShop("main", text));
  }

  async function handleDescribe() {
    setAnswer(await describe(text));
  }

  return (
    <form>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={handleAsk}>Ask</button>
      <button onClick={handleDescribe}>Describe</button>
      <p>{answer}</p>
    </form>
  );
}
