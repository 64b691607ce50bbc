import type { Words } from '@relance/sdk/words'

/**
 * Every kind of timeline entry, with the sentence that explains it. `{name}` stands for a value of the entry; a page formats
 * dates, amounts and the words of {@link eventValueWords} in its own language.
 */
export const eventKinds = {
  // The file and its course
  'file-started': {
    fr: 'Dossier ouvert : scénario « {scenario} », version {version}',
    en: 'File opened: scenario “{scenario}”, version {version}',
  },
  waiting: {
    fr: "Attente jusqu'au {until} ({days} {unit} après {from})",
    en: 'Waiting until {until} ({days} {unit} after {from})',
  },
  'date-past': {
    fr: 'Date déjà passée ({until}) : {catchUp}',
    en: 'Date already past ({until}): {catchUp}',
  },
  chosen: { fr: 'Aiguillage : « {branch} » ({facts})', en: 'Branch taken: “{branch}” ({facts})' },
  'step-skipped': { fr: 'Étape « {label} » passée', en: 'Step “{label}” passed over' },
  parked: {
    fr: 'Dossier arrêté à « {label} » : {reason}. À relancer ou à passer par une personne.',
    en: 'File stopped at “{label}”: {reason}. Somebody must retry or skip.',
  },
  'step-carried': {
    fr: 'Étape mise en attente : la facture {carrier} (échéance du {carrierDue}) porte la relance de ce compte',
    en: 'Step set aside: the invoice {carrier} (due {carrierDue}) carries the reminders of this account',
  },
  'carrying-taken-over': {
    fr: 'Reprend la relance du compte : la facture {former} {why}',
    en: 'Takes over the reminders of the account: the invoice {former} {why}',
  },
  'course-ended': { fr: 'Fin du parcours : {reason}', en: 'End of the course: {reason}' },
  'file-moved': {
    fr: 'Dossier passé à la version {version} du scénario « {scenario} », étape « {label} »',
    en: 'File moved to version {version} of the scenario “{scenario}”, step “{label}”',
  },
  'step-chosen': { fr: 'Reprise demandée à l’étape « {label} »', en: 'To go on at the step “{label}”' },
  'scenario-chosen': {
    fr: 'Passage au scénario « {scenario} » demandé',
    en: 'To go on in the scenario “{scenario}”',
  },
  'thanks-begun': { fr: 'Relances arrêtées, la facture est réglée', en: 'Reminders stopped, the invoice is paid' },
  'file-closed': { fr: 'Dossier clos : {end}', en: 'File closed: {end}' },
  // Messages
  'message-requested': {
    fr: 'E-mail demandé : « {template} », {confirmation}',
    en: 'E-mail asked for: “{template}”, {confirmation}',
  },
  'message-prepared': {
    fr: 'Message préparé pour {to}, regroupe {invoices} facture(s), départ prévu {plannedAt} : {reason} (il y a {contactDays} jour(s))',
    en: 'Message prepared for {to}, for {invoices} invoice(s), planned {plannedAt}: {reason} ({contactDays} day(s) ago)',
  },
  'message-deferred': {
    fr: 'Reporté au {until} : {reason} (il y a {contactDays} jour(s))',
    en: 'Put off to {until}: {reason} ({contactDays} day(s) ago)',
  },
  'message-short': {
    fr: "Relance gardée : {overdue} à réclamer pour un minimum de {minimum}, jusqu'au {until} si rien d'autre n'échoit avant",
    en: 'Reminder kept: {overdue} to be claimed, the minimum is {minimum}, until {until} unless something else falls due before',
  },
  'message-confirmed': { fr: 'Envoi confirmé', en: 'Sending confirmed' },
  'message-sent': { fr: 'Envoyé à {to} : « {subject} »', en: 'Sent to {to}: “{subject}”' },
  'message-cancelled': { fr: 'Message annulé : {reason}', en: 'Message cancelled: {reason}' },
  'message-held': {
    fr: 'Message retiré : {reason}. Il sera proposé à nouveau une fois la facture libre.',
    en: 'Message withdrawn: {reason}. It will be proposed again once the invoice is free.',
  },
  'message-failed': { fr: "Échec d'envoi à {to} : {reason}", en: 'Sending to {to} failed: {reason}' },
  'message-uncertain': {
    fr: "Envoi à {to} interrompu sans réponse du serveur : à vérifier, rien n'est renvoyé sans vous",
    en: 'Sending to {to} broke off without an answer: please check, nothing is sent again without you',
  },
  'contact-missing': {
    fr: "Aucune adresse e-mail pour l'interlocuteur « {role} » : le message attend",
    en: 'No e-mail address for the contact “{role}”: the message waits',
  },
  // Tasks
  'task-opened': { fr: 'Tâche confiée à {assignee} : {title}', en: 'Task given to {assignee}: {title}' },
  'task-joined': {
    fr: "Jointe à l'appel déjà prévu : {title}",
    en: 'Joined to the call already planned: {title}',
  },
  'task-short': {
    fr: 'Appel gardé : {overdue} à réclamer pour un minimum de {minimum}',
    en: 'Call kept: {overdue} to be claimed, the minimum is {minimum}',
  },
  'task-answered': { fr: 'Tâche terminée : {outcome}', en: 'Task done: {outcome}' },
  'task-withdrawn': { fr: 'Tâche retirée : {reason}', en: 'Task withdrawn: {reason}' },
  // What happens to an invoice
  'payment-recorded': {
    fr: 'Règlement de {amount} reçu le {date}, reste {open}',
    en: 'Payment of {amount} received on {date}, {open} left',
  },
  'payment-reversed': {
    fr: 'Règlement de {amount} annulé : {reason}. Reste dû {open}',
    en: 'Payment of {amount} reversed: {reason}. {open} left',
  },
  'dispute-opened': {
    fr: 'Litige ouvert : {reason}. Relances suspendues.',
    en: 'Dispute opened: {reason}. Reminders held.',
  },
  'dispute-resolved': { fr: 'Litige clos, les relances reprennent', en: 'Dispute closed, reminders resume' },
  'promise-recorded': {
    fr: 'Promesse de règlement de {amount} pour le {date}',
    en: 'Promise to pay {amount} by {date}',
  },
  'promise-kept': { fr: 'Promesse tenue', en: 'Promise kept' },
  'promise-broken': {
    fr: 'Promesse du {date} non tenue, les relances reprennent',
    en: 'Promise for {date} not kept, reminders resume',
  },
  'invoice-held': {
    fr: "Relances mises en pause (jusqu'au {until}) : {reason}",
    en: 'Reminders paused (until {until}): {reason}',
  },
  'invoice-released': { fr: 'Fin de la pause, les relances reprennent', en: 'Pause ended, reminders resume' },
  'file-held': {
    fr: 'Dossier en attente : {reason}',
    en: 'File waiting: {reason}',
  },
  'file-released': {
    fr: 'Pause levée, le dossier reprend selon la règle de rattrapage de son scénario',
    en: 'Hold lifted, the file goes on by the catch-up rule of its scenario',
  },
  'debtor-held': {
    fr: "Relances du client mises en pause (jusqu'au {until}) : {reason}",
    en: 'Reminders of the customer paused (until {until}): {reason}',
  },
  'debtor-released': { fr: 'Fin de la pause du client', en: 'End of the hold on the customer' },
  'hold-set': { fr: 'Pause : {scope}, {reason}', en: 'Hold: {scope}, {reason}' },
  'hold-lifted': { fr: 'Fin de la pause : {scope}', en: 'End of the hold: {scope}' },
  'exclusion-set': {
    fr: "Exclusion des relances : {scope} (jusqu'au {until}), {reason}",
    en: 'Excluded from reminders: {scope} (until {until}), {reason}',
  },
  'exclusion-lifted': { fr: "Fin de l'exclusion : {scope}", en: 'End of the exclusion: {scope}' },
  'step-retried': { fr: 'Nouvel essai demandé', en: 'Retry asked for' },
  'step-skip-asked': { fr: "Passage de l'étape demandé", en: 'Skip asked for' },
  'invoice-imported': { fr: 'Facture importée', en: 'Invoice imported' },
  'invoice-settled-by-import': {
    fr: "Facture soldée : absente de l'import du {date}",
    en: 'Invoice settled: absent from the import of {date}',
  },
  'balance-stated': {
    fr: "Reste dû porté à {open} par l'import du {date}",
    en: 'Open amount set to {open} by the import of {date}',
  },
  'debt-acknowledged': {
    fr: 'Dette reconnue par le client le {date} : la prescription repart pour cinq ans',
    en: 'Debt acknowledged by the customer on {date}: the limitation period starts again for five years',
  },
  'lawsuit-filed': {
    fr: 'Assignation délivrée le {date} : la prescription est interrompue',
    en: 'Lawsuit filed on {date}: the limitation period is interrupted',
  },
  'lawsuit-judged': { fr: 'Jugement rendu le {date}', en: 'Judgment given on {date}' },
  'lawsuit-dropped': {
    fr: "Action abandonnée ou rejetée le {date} : elle n'a pas interrompu la prescription",
    en: 'Lawsuit dropped or dismissed on {date}: it did not interrupt the limitation period',
  },
  'formal-notice-given': {
    fr: "Mise en demeure du {date} : elle n'interrompt pas la prescription",
    en: 'Formal notice of {date}: it does not interrupt the limitation period',
  },
  'insolvency-begun': {
    fr: 'Procédure collective ouverte le {date} : ni relance, ni appel, ni mise en demeure ; la créance est à déclarer',
    en: 'Insolvency proceedings opened on {date}: no reminder, call or formal notice; the claim is to be declared',
  },
  'insolvency-ended': {
    fr: 'Procédure collective retirée, les relances reprennent',
    en: 'Insolvency proceedings withdrawn, reminders resume',
  },
  'claim-declared': {
    fr: 'Créance déclarée au mandataire judiciaire le {date} : la prescription est interrompue',
    en: 'Claim declared to the insolvency administrator on {date}: the limitation period is interrupted',
  },
  'invoice-reopened': { fr: 'Facture rouverte', en: 'Invoice reopened' },
} as const satisfies Record<string, Words>

export type EventKind = keyof typeof eventKinds

/** Words for the values that are codes: reasons, outcomes, units. What is missing here is shown as it is. */
export const eventValueWords: Readonly<Record<string, Words>> = {
  paid: { fr: 'la facture est réglée', en: 'the invoice is paid' },
  reopened: { fr: 'le règlement a été annulé', en: 'the payment was reversed' },
  excluded: { fr: 'le client est exclu des relances', en: 'the customer is excluded from reminders' },
  'opted-out': { fr: "l'interlocuteur ne veut plus être contacté", en: 'the contact no longer wants to be written to' },
  superseded: { fr: "le dossier est passé à l'étape suivante", en: 'the file has moved on' },
  'unknown-item': { fr: "la facture n'existe plus", en: 'the invoice no longer exists' },
  'excluded-invoice': { fr: 'la facture est exclue des relances', en: 'the invoice is excluded from reminders' },
  held: { fr: 'les relances de la facture sont en pause', en: 'the reminders of the invoice are paused' },
  'held-debtor': { fr: 'les relances du client sont en pause', en: 'the reminders of the customer are paused' },
  'held-ledger': {
    fr: 'le grand livre est trop ancien, un import est attendu',
    en: 'the ledger is too old, an import is awaited',
  },
  'held-insolvency': {
    fr: 'le client est en procédure collective et la créance est antérieure au jugement',
    en: 'the customer is insolvent and the claim is prior to the judgment',
  },
  declared: { fr: 'créance déclarée', en: 'claim declared' },
  renounced: { fr: 'créance non déclarée', en: 'claim not declared' },
  'held-segment': { fr: 'les relances de ce segment sont en pause', en: 'the reminders of this segment are paused' },
  'held-entity': { fr: "les relances de l'entité sont en pause", en: 'the reminders of the entity are paused' },
  'held-everything': { fr: 'tous les envois sont arrêtés', en: 'all sending is stopped' },
  everything: { fr: 'tous les envois', en: 'all sending' },
  ledger: { fr: "l'âge du grand livre", en: 'the age of the ledger' },
  insolvency: { fr: 'la procédure collective', en: 'the insolvency proceedings' },
  entity: { fr: "l'entité", en: 'the entity' },
  segment: { fr: 'le segment', en: 'the segment' },
  debtor: { fr: 'le client', en: 'the customer' },
  contact: { fr: "l'interlocuteur", en: 'the contact' },
  invoice: { fr: 'la facture', en: 'the invoice' },
  carried: {
    fr: 'une autre facture porte la relance du compte',
    en: 'another invoice carries the reminders of the account',
  },
  'former-paid': { fr: 'est réglée', en: 'is paid' },
  'former-disputed': { fr: 'est en litige', en: 'is disputed' },
  'former-promised': { fr: 'a une promesse de règlement', en: 'has a promise to pay' },
  'former-held': { fr: 'est en pause', en: 'is on hold' },
  'former-parked': { fr: 'est arrêtée', en: 'is stopped' },
  'former-silent': { fr: 'ne porte plus de relance', en: 'has no reminder left' },
  disputed: { fr: 'la facture est en litige', en: 'the invoice is disputed' },
  promised: { fr: 'un règlement est promis', en: 'a payment is promised' },
  'nothing-to-say': {
    fr: "le compte n'a plus rien de ce qu'elle annonçait",
    en: 'the account has nothing left of what it announced',
  },
  'unmatched-payment': { fr: 'un règlement reste à lettrer', en: 'a payment is not matched yet' },
  'recent-contact': { fr: 'le dernier contact est trop récent', en: 'the last contact is too recent' },
  'below-minimum': {
    fr: 'le compte doit moins que le minimum de relance',
    en: 'the account owes less than the minimum for a reminder',
  },
  'contact-today': { fr: "un contact a déjà eu lieu aujourd'hui", en: 'somebody was contacted today already' },
  'outside-hours': { fr: 'hors des heures de contact', en: 'outside contact hours' },
  gathering: { fr: "d'autres factures du client s'y joignent", en: 'other invoices of the customer are joining' },
  'provider-refused': { fr: "le serveur d'envoi refuse pour l'instant", en: 'the mail server refuses for now' },
  'missing-contact': { fr: 'adresse manquante', en: 'address missing' },
  person: { fr: 'décision du chargé de recouvrement', en: "the collector's decision" },
  sent: { fr: 'envoyé', en: 'sent' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
  failed: { fr: 'échec', en: 'failed' },
  settled: { fr: 'réglé', en: 'settled' },
  ended: { fr: 'fin du scénario', en: 'end of the scenario' },
  handedOver: { fr: 'passé au contentieux', en: 'handed over to litigation' },
  manual: { fr: 'à confirmer', en: 'to be confirmed' },
  automatic: { fr: 'automatique', en: 'automatic' },
  calendar: { fr: 'jours calendaires', en: 'calendar days' },
  working: { fr: 'jours ouvrés', en: 'working days' },
  dueDate: { fr: "l'échéance", en: 'the due date' },
  issueDate: { fr: 'la date de facture', en: 'the invoice date' },
  previousStep: { fr: "l'étape précédente", en: 'the previous step' },
  paymentDate: { fr: 'le règlement', en: 'the payment' },
  skip: { fr: "on passe à l'étape suivante", en: 'on to the next step' },
  latest: { fr: 'seule la dernière étape due sera faite', en: 'only the last step due will be done' },
  said: {
    fr: 'le dernier rappel du compte en faisait déjà état',
    en: 'the last reminder of the account has said so already',
  },
  spread: { fr: 'les étapes en retard seront étalées', en: 'late steps will be spread' },
  unmapped: {
    fr: "aucune étape ne lui a été attribuée dans le tracé qu'elle doit suivre",
    en: 'it was given no step in the drawing that it is to follow',
  },
  'undeclared-contact': {
    fr: "l'étape contacte le client sans le déclarer",
    en: 'the step contacts the customer without declaring it',
  },
  'unknown-outcome': { fr: 'issue inconnue', en: 'unknown outcome' },
}
