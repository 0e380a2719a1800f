<?php

namespace App\Controller;

use Symfony\Component\Console\Command\Command;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Attribute\Route;

final class AskController
{
    // entry: kind=http title=/ask
    #[Route('/ask', name: 'ask', methods: ['POST'])]
    public function ask(): Response
    {
        return $this->helper();
    }

    private function helper(): Response
    {
        return new Response('');
    }
}

class Nightly extends Command
{
    // entry: kind=cli title=command Nightly
    protected function execute($input, $output): int
    {
        return Command::SUCCESS;
    }
}
