import * as vscode from "vscode";

export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    // entry: kind=event title=command acme.ask
    vscode.commands.registerCommand("acme.ask", async () => undefined),
  );
}
activate({} as vscode.ExtensionContext);
