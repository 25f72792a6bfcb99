// Made from answer.grammar by test/calculus/language/syntax-generate.ts: change the grammar, not this.
import {LRParser} from "@lezer/lr"
export const parser = LRParser.deserialize({
  version: 14,
  states: "(WOQOPOOOoOPO'#CjOWOPO'#CoOOOO'#DW'#DWO!XOPO'#DVOOOO'#DV'#DVOWOPO'#CbOOOO'#DU'#DUO#XOPO'#DTOOOO'#DT'#DTO#rOPO'#C_O#yOPO'#DSOOOO'#DS'#DSO$_OPO'#DROOOO'#DR'#DRQOOOOOO$pOPO'#DXOOOO,59U,59UO${OPO,59UOWOPO,59ZO%TOPO'#CrO%TOPO'#CuOOOO'#C}'#C}O%[OPO,59OOOOO,58|,58|O#rOPO'#DOOOOO'#DO'#DOO&[OPO,58{O&uOPO,58yO#rOPO'#DPO&uOPO,58yOQOPO,58xOQOPO'#C{O'ZOPO,59sOQOPO'#C|O'fOPO1G.pOOOO1G.p1G.pOOOO1G.u1G.uOWOPO'#CtOOOO'#DY'#DYOOOO,59^,59^OOOO,59a,59aOOOO-E6{-E6{OOOO,59j,59jOOOO-E6|-E6|O'nOPO1G.eOOOO,59k,59kOOOO-E6}-E6}OOOO1G.d1G.dOOOO,59g,59gOOOO-E6y-E6yOOOO,59h,59hOOOO-E6z-E6zOOOO7+$[7+$[OOOO,59`,59`",
  stateData: "(S~OSYOVUOXROYROZRO[RO]RO_POdQO~ObaO~PQOefOgdOjeOkfOlfO~OSyXXyXYyXZyX[yX]yX_yXdyXmyXnyXtyX`yXayXbyX~PvOmiOSwXnwXtwX`wXawXbwX~PWOVUO~PWOSmOnvXtvX`vXavXbvX~OnoOtuX`uXauXbuX~O`pOa{Xb{X~OarObtO~OVvO~PWOSWaXWaYWaZWa[Wa]Wa_WadWamWanWatWa`WaaWabWa~PvOmiOSTanTatTa`TaaTabTa~PWOSmOnRatRa`RaaRabRa~O`pOa{ab{a~OarOb!VO~OSmOnRitRi`RiaRibRi~O",
  goto: "&d}PP!O!UP!]!fP!pPPPPP!}PPPP!}PP#aP#e#aPPPPP#i#o#u#{$RP$]$g$p$}%Z%l&W&^X^OPprZ[OPopr_XOPYmopraVOPYimoprgTOPUWYikmoprqROPQUWYcdeikmoprvTfSgTwdeQq`R!SqQsbR!UsQgSRzgQkWR|kQnZQ}lT!Pn}Q_OS`PrR!RpW]OPprR!QoYZOPoprQlYR!Om^WOPYmoprR{i`VOPYimoprQhUTjWkfSOPUWYikmoprQcQQucSwdeR!WvQbPR!TrQxdRye",
  nodeNames: "⚠ Answer Relation Sum Sign Product Negated Negate Chain Word Number String Missing Colon Group Open Comma RowEnd Close Frac FracMark Sub Sup Power NegatedExponent DotSup DotPower Prime DotT Times RelationSign",
  maxTerm: 44,
  skippedNodes: [0],
  repeatNodeCount: 5,
  tokenData: "$d~Rdwx!axy!fyz!kz{!p{|!u|}!z}!O!u![!]#P!]!^#U!_!`#Z#Q#R#`#R#S#e#Y#Z#j#a#b#o#b#c#t#d#e#y#g#h$O#h#i$T#k#l$Y#r#s$_~!fOk~~!kO_~~!pOb~~!uOm~~!zOS~~#PO`~~#UO]~~#ZOa~~#`On~~#eOg~~#jOe~~#oOd~~#tO[~~#yOY~~$OOj~~$TOZ~~$YOl~~$_OX~~$dOV~",
  tokenizers: [0],
  topRules: {"Answer":[0,1]},
  tokenPrec: 0
})
