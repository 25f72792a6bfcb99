/** What the learner should be told of the opening of a store. It is said when it is asked for: by then, another language may be spoken than at the opening. */
export type Notice = () => string
