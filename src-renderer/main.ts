/** The window's first script: small, so that something shows at once. Editor and mathematics follow after first paint. */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { mount } from 'svelte'
import App from './shell/App.svelte'
import { language } from './words/language.svelte.ts'
import { settings } from './state/settings.svelte.ts'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element #app')
settings.apply(document.documentElement)
// The words of another language than English are here before anything is shown.
void language.begin().then(() => {
  target.replaceChildren()
  mount(App, { target })
})
