import { embed, generateText, generateTranscription, llamacpp, openai, streamText } from "modelfusion";

const prompted = openai.ChatTextGenerator({ model: "gpt-4", maxGenerationTokens: 100 }).withInstructionPrompt();

export async function answer(question: string, audio: Buffer) {
  // expect: kind=chat vendor=openai platform=openai-api model=gpt-4
  const text = await generateText({ model: prompted, prompt: { instruction: question } });

  // expect: kind=chat vendor=openai platform=azure-openai
  await streamText({
    model: openai.ChatTextGenerator({ model: "gpt-4", api: openai.AzureApi({ resourceName: "r", deploymentId: "d" }) }),
    prompt: text,
  });

  // expect: kind=chat platform=llama-cpp
  await streamText({ model: llamacpp.CompletionTextGenerator({}).withTextPrompt(), prompt: text });

  // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-ada-002
  await embed({ model: openai.TextEmbedder({ model: "text-embedding-ada-002" }), value: text });

  // expect: kind=audio vendor=openai platform=openai-api model=whisper-1
  return generateTranscription({ model: openai.Transcriber({ model: "whisper-1" }), audioData: audio });
}
