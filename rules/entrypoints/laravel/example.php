<?php

namespace App\Http;

use Illuminate\Console\Command;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Support\Facades\Route;
use Livewire\Component;

class AskController
{
    // entry: kind=http title=POST /ask
    public function ask(string $question): string
    {
        return $this->helper($question);
    }

    private function helper(string $question): string
    {
        return $question;
    }
}

class ShowController
{
    // entry: kind=http title=GET /show
    public function __invoke(): string
    {
        return 'ok';
    }
}

class Nightly extends Command
{
    // entry: kind=cli title=artisan Nightly
    public function handle(): int
    {
        return 0;
    }
}

class Summarize implements ShouldQueue
{
    public function __construct(private string $text)
    {
    }

    // entry: kind=task title=job Summarize
    public function handle(): void
    {
    }
}

class Chat extends Component
{
    // entry: kind=http title=livewire Chat.send
    public function send(): void
    {
    }
}

Route::post('/ask', [AskController::class, 'ask'])->name('ask');
Route::get('/show', ShowController::class);
Route::middleware('auth')->group(function () {
    // entry: kind=http title=GET /health
    Route::get('/health', fn () => 'ok');
});
