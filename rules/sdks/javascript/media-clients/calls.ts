import { createClient } from "@deepgram/sdk";
import { ElevenLabsClient } from "@elevenlabs/elevenlabs-js";
import { fal } from "@fal-ai/client";
import { VoyageAIClient } from "voyageai";

// expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-3
await new VoyageAIClient({ apiKey: "k" }).embed({ model: "voyage-3", input: "hi" });
// expect: kind=audio vendor=elevenlabs platform=elevenlabs-api model=eleven_turbo_v2
await new ElevenLabsClient().textToSpeech.convert("voice", { text: "hi", modelId: "eleven_turbo_v2" });
// expect: kind=audio vendor=deepgram platform=deepgram-api model=nova-3
await createClient("k").listen.prerecorded.transcribeUrl({ url: "u" }, { model: "nova-3" });
// expect: kind=image vendor=black-forest-labs platform=fal model=fal-ai/flux/dev
await fal.subscribe("fal-ai/flux/dev", { input: { prompt: "a cat" } });
