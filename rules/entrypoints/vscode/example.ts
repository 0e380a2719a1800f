import { Plugin } from "obsidian";
import * as vscode from "vscode";

export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    // entry: kind=event title=command acme.ask
    vscode.commands.registerCommand("acme.ask", async () => undefined),
  );
}

class Completions implements vscode.InlineCompletionItemProvider {
  // entry: kind=event title=editor provideInlineCompletionItems
  async provideInlineCompletionItems(document: vscode.TextDocument) {
    return [];
  }
}

export function complete() {
  vscode.languages.registerInlineCompletionItemProvider({ pattern: "**" }, new Completions());
}

export class Notes extends Plugin {
  // entry: kind=event title=Notes onload
  async onload() {
    // entry: kind=event title=command summarise
    this.addCommand({ id: "summarise", name: "Summarise", editorCallback: async () => {} });
  }
}

activate({} as vscode.ExtensionContext);
complete();
