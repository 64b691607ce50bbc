import { NavLink } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { useFormat } from '../ui/use-format.ts'
import { shellWords } from '../words/shell.ts'
import { placeGroups, places } from './places.ts'
import styles from './shell.module.css'
import { useCounts } from './use-counts.ts'

/** The pages by group, with what waits on each. */
export function Rail({ onGo }: { onGo?: () => void }) {
  const say = useWords(shellWords)
  const counts = useCounts()
  const format = useFormat()
  return placeGroups.map((group) => (
    <section key={group} className={styles.section} aria-label={say(`group.${group}`)}>
      <div className={styles.group}>{say(`group.${group}`)}</div>
      {places
        .filter((place) => place.group === group)
        .map(({ page, path, icon: Icon }) => {
          const count = counts[page] ?? 0
          return (
            <NavLink key={path} to={path} end={path === '/'} className={styles.link} onClick={() => onGo?.()}>
              <Icon size={18} stroke={1.6} aria-hidden />
              {say(`page.${page}`)}
              {count > 0 && <span className={styles.count}>{format.number(count)}</span>}
            </NavLink>
          )
        })}
    </section>
  ))
}
