import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect } from 'react'

use([BarChart, GridComponent, TooltipComponent, SVGRenderer])

type Options = Parameters<ReturnType<typeof init>['setOption']>[0]

/** Draws a chart into an element and redraws it when its options or its size change. SVG, so that it prints sharp. */
export function useChart(element: RefObject<HTMLElement | null>, options: Options): void {
  useEffect(() => {
    if (element.current === null) return
    const chart = init(element.current, null, { renderer: 'svg' })
    chart.setOption({ animation: false, ...options })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [element, options])
}
