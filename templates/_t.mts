import { renderEmail, templates } from './render.ts'
import { sampleFacts } from './sample-facts.ts'
console.log(await templates.check({medium:'email',template:'firm-reminder'},'fr'))
const r = await renderEmail({stage:'firm-reminder',locale:'fr',facts:sampleFacts})
console.log(r.subject, r.text, r.html.length, r.hash)
for (let i=0;i<200;i++) await renderEmail({stage:'firm-reminder',locale:'fr',facts:sampleFacts})
const t=performance.now()
for (let i=0;i<1000;i++) await renderEmail({stage:'firm-reminder',locale:'fr',facts:sampleFacts})
console.log((performance.now()-t)/1000,'ms')
