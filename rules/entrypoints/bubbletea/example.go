package ui

import tea "github.com/charmbracelet/bubbletea"

type model struct{}

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

func start() error {
	_, err := tea.NewProgram(model{}).Run()
	return err
}
