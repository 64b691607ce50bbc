import styles from './canvas.module.css'

/** The one arrow head that all lines share. */
export function ArrowHead() {
  return (
    <svg width={0} height={0} style={{ position: 'absolute' }} aria-hidden>
      <defs>
        <marker
          id="relance-arrow"
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={8}
          markerHeight={8}
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0.5 0.8L7.2 4L0.5 7.2Z" className={styles.arrow} />
        </marker>
      </defs>
    </svg>
  )
}
