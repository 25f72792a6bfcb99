/** The window's first script: small, so that something shows at once. Editor and mathematics follow after first paint. */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import App from './shell/App.svelte'
import { settings } from './state/settings.svelte.ts'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element #app')
settings.apply(document.documentElement)
mount(App, { target })
