import { useNavigate } from 'react-router'
import { call } from '../../client/call.ts'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { tellProblem, told } from '../../ui/delayed.tsx'
import { scenariosWords } from '../../words/scenarios.ts'
import { blankDocument, type Document, idFrom, saveDocument } from './scenario-file.ts'

/** New, duplicate, import and export: all but the drawing. */
export function useScenarioActions({ taken }: { taken: readonly string[] }) {
  const say = useWords(scenariosWords)
  const navigate = useNavigate()
  const save = useChange('createScenario', { changes: ['scenarios'] })
  const keep = (document: Document, words?: 'duplicate.done' | 'import.done') =>
    save.mutate(
      { body: { document } },
      {
        onSuccess: ({ id, name }) => {
          if (words === undefined) void navigate(`/scenarios/${encodeURIComponent(id)}`)
          else told(say(words, { name }))
        },
        onError: tellProblem,
      },
    )
  return {
    pending: save.isPending,
    create: () => keep(blankDocument(say('new.name'), taken)),
    importFile: (document: Document) => keep({ ...document, id: idFrom(document.name, taken) }, 'import.done'),
    duplicate: async (id: string) => {
      try {
        const { document } = await call('scenario', { id })
        const name = say('duplicate.name', { name: document.name })
        // A segment has one published scenario: the copy takes none until somebody chooses.
        keep({ ...document, id: idFrom(name, taken), name, segment: null }, 'duplicate.done')
      } catch (problem) {
        tellProblem(problem)
      }
    },
    exportFile: async (id: string) => {
      try {
        saveDocument((await call('scenario', { id })).document)
      } catch (problem) {
        tellProblem(problem)
      }
    },
  }
}
export type ScenarioActions = ReturnType<typeof useScenarioActions>
