import { fal } from "@fal-ai/client";

fal.config({ credentials: "k" });
fal.storage.upload(new Blob());
