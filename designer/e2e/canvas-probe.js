// Runs inside the measured page, before it: what a person would wait for, told by the page itself.
{
  const probe = {
    /** Once the drawing is painted: ms since the address, and since the server's answer. */
    opened: () =>
      new Promise((done) => {
        const look = () => {
          if (document.querySelector('.react-flow__node-card') === null) return requestAnimationFrame(look)
          requestAnimationFrame(() => {
            const asked = performance.getEntriesByType('resource').find(({ name }) => /api\/scenarios\//.test(name))
            done({ all: performance.now(), drawing: performance.now() - asked.responseEnd })
          })
        }
        look()
      }),
    /** Ms from the next key press to the end of the frame painted after it. */
    hearKey: () => {
      probe.keyMs = new Promise((done) => {
        const hear = (event) => {
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp)))
        }
        addEventListener('keydown', hear, { once: true, capture: true })
      })
    },
    countFrames: () => {
      probe.frames = []
      const tick = (at) => {
        probe.frames.push(at)
        if (probe.frames.length < 10_000) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    },
  }
  window.relanceProbe = probe
}
