extension ConsumerDomains {
    /// Smaller providers, by name: regional networks, city carriers, webmail of portals.
    static let regional = """
        hyperia.com.ng linkserve.com digitelone.com glomobile.com ipnx.com.ng visafone.com.ng spt.vn cocolan.jp datamarkets.com.ar
        express.com.ar coop5.com.ar telkomsa.co.za dsl.co.za global.co.za mtnice.co.za 8ta.co.za law.co.za netpoint.co.za border.co.za
        orange.co.ke yu.co.ke millenicom.com.tr doruk.com.tr otenet.com aias.gr hol.com.gr htv.fi soneraplaza.fi lpoy.fi lohjanpuhelin.fi
        ssp.fi vippi.fi click.cz tmail.cz ji.cz nfx.cz triolan.com ua.com zp.ua 012.co.il hotbox.co.il 018.co.il 014.co.il trendline.co.il
        inter.co.il masrawy.com link3.com.bd amberit.com.bd lankabell.com pldtmyhome.com meridiantelekoms.com sezampro.co.rs
        networx-bg.com evrocom.bg blizoo.bg unacs.bg post.t-com.sk upc.sk antik.sk uole.com kpnplanet.com xs4all.com caiway.com
        halebop.se ebox.no haugenett.no jarlsberg.no eninvest.no hiper.dk dlgpost.dk upc.ie euphony.be upc.at salzburg.co.at rite.com
        adon.li logos.cy.net libello.com sapphirenetworks.com wobline.de pfalzkom.de encoline.de nordkom.de ktvam.at ktn.at
        net-2000.ch valaiscom.ch wwz.ch galactica.it linkem.com eolo.it alpikom.it uno.it procono.es canarias.org skp.nl
        plantijn.nl netmatters.co.uk karoo.co.uk epbfi.com mtco.com wcvt.com eagle.ca ts.co.nz izi-re.com guetali.fr
        simicro.mg ic.cd cafe.tg laposte.tg toptechnology.mr leo.co.ls ilesotho.com cariaccess.com scarlet.cw nplus.gf hadara.ps
        neda.af destination.com.lb mctv.jp mail.ur.ru vtomske.ru netpar.com.br hispeed.com gmx.info gmx.biz tal.de infocity.de
        primacom.de dokom21.de sewikom.de myquix.de r-kom.de bluewin.li mysunrise.ch belgacom.eu win.be village.be sfr.re
        only.gp alicebox.fr ovi.com wizeo.fr fastpiu.it ngi.it siportal.it jet.es iberbanda.es parlem.cat sapo.ao sapo.mz
        sapo.tl acn.gr 3d.gr home.no mimer.no enivest.no sognenett.no hardangernett.no sunnfjord.no hemmabio.se danbo.dk
        lanwan.fi torg.is visir.is delfi.ee solo.ee vp.eu pino.pl iplus.cz upc.ro personal.com.ro amis.hr amis.si orange.md
        qmail.ru chelcom.ru peterstar.ru sp.ru polarcom.ru comch.ru sovintel.ru deol.ru dialup.ru zenon.ru aha.ru caravan.ru demos.su
        dom.ru convex.ru r66.ru mail.minsk.by solo.by nets.kz asdc.kz megaline.kz transfer.kg ok.kg bcc.com.uz
        naytov.com tps.uz eastera.tj babilon-t.com babilon-m.tj azeri.com intrans.az caucasus.ge wanex.ge acc.am 013.co.il
        bezeqint.co.il xfone.co.il nol.com.jo moderntv.lb dm.com.lb shabakah.com omzest.com kalaam.com linkdotnet.com
        egyptnetwork.com hexabyte.com.tn canar.sd eastcoast.co.za cyberserv.co.za icon.com.za jtl.co.ke intafrica.com twiga.com
        terracom.rw multilinks.com starcomms.com 21ctl.com sentoo.com metissacana.sn realtime.zm samara.co.zw utande.co.zw
        sdnp.org.mw skyband.mw mega.bw it.bw info.bw mtcmobile.com.na tropical.co.mz vitelcom.mg infinity.mu actcorp.in
        hathway.in netkracker.com beamtele.com railwire.co.in dslplus.pk comsats.com fascom.com aknetbd.com zoomlk.com
        hons.com.np mysinga.com telkomspeedy.com firstmedia.com pldthome.com iconn.com.ph evoserve.com i-manila.com 3bb.co.th
        ksc.com ezecom.com.kh yatanarpon.com.mm bodicom.mn railcom.mn ctm.mo ethome.com.tw sina.com.tw orgio.com nownuri.com
        mitene.or.jp hot-cha.tv gmobb.com bbiq.jp ctc.jp auone.com vodafone.jp rakuten.jp cnnb.com eastday.com elong.com
        public.szptt.net.cn ptt.js.cn westvic.com.au bmail.com.au hwy.com.au ipstar.net.au eis.net.au ais.net.au ace.net.au
        slingshot.nz lightwire.co.nz nownz.co.nz voyager.nz kiwi.net.nz compass.net.nz fijibiz.com lesamoa.com tcc.to mana.pf
        kuentos.com netpci.com ajato.com.br uaigiga.com.br mls.com.br superonda.com.br argo.com.br enetec.com.br dataco.com.ar
        powervt.com.ar vtr.cl ctcreuna.cl telcel.com.ve axsbolivia.com comteco.com cmm.com.py guate.com hn2.com
        ibw.ni racsa.cr costarricense.com sinfo.com anngel.com cwnetdom.com spiceisle.com candw.gd candw.dm candw.vg candw.tc
        candw.kn apua.ag surfbvi.com tciway.tc setar.aw futurenetgy.com logicbm.com transact.bm northrock.com cwpanama.com.pa
        007mundo.com 007mundo.com.co 013.net.il 014.net.il 015.net.il 017.net.il 018.net.il 1001.cn 123india.com 163.net 163vip.com
        188.com.cn 1lg.se 2-0.pl 21.ru 21cn.com.cn 24.com 263.com 265.com 2980.com 2vias.com.ar 371.net 4u.com.gh 88.com
        a-net.net.th a-teleport.com aaanet.ru aacr.net aanet.com.au abaconet.com.ar abissnet.al absolutok.net abwesend.de academ.org
        acay.com.au accesoinmediato.com.mx access-haiti.com access.inet.co.th accessinter.net accesskenya.com accessme.com.jo
        accesstel.net acelerate.net acsalaska.net actcom.co.il actcom.net.il activ8me.com.au ad1.vsnl.net.in ada.net.rs ada.net.tr
        adam.com.au adamo.es addcom.com ade.rs adinet.com.ar adinet.uy adr.dk adsl.asianet.co.th adsl.vtx.fr adslhome.dk advance.com.ar
        aerosat.co.za afol.com.na afribone.net.ml africaonline.co.ci africaonline.co.tz africaonline.co.ug africaonline.co.zw
        africaonline.com.gh africaonline.com.ke africaonline.com.na afrihost.co.za afsat.com agile.com.au agni.com ahoo.com.br aif.ru
        airtel-broadband.com airtel.in airtelbroadband.in airtelmail.com aitlbd.net ajeeb.com ajman.net.ae ak.net aknet.it-haiti.com
        aland.net alaska.net albawaba.com albmail.com albtelecom.al alfanumeric.com.ni algeriacom.net algerie.com alice.nl alicepro.fr
        alimail.cn allgaeu.org aloola.sy alpenjodel.de alpha.linkserve.com alphalink.com.au alternativagratis.com altibox.net altice.pt
        amauta.rcp.net.pe amenet.com.ar amigo.net.gt amis.com amnet.com.cr amnethn.com amnetsal.com amnettv.com an.net andinadatos.ec
        andinanet.com andinanet.ec andinet.com andorra.com andorramail.com anguillanet.com anitex.by ansonic.com.au anteldata.com.uy
        anteldata.net.uy aonmail.at aotearoa.net apol.com.tw apollo.net.pk aptg.net aquanet.co.il arab.net.sa arabia.com arabtop.net
        aracnet.com arax.md arc.sn archinet.dk argentina.com arminco.com arnet.com arnet.es arnet.net.ar arsystel.com artelecom.net
        aruba.mail.it asahi-net.jp asianet.in.th asianetindia.com asianetonline.net assala.com assala.net aster.com.do astound.net
        astral.ro at.tut.by ath.forthnet.gr atlasnet.net.ma atnet.ru att.net.mx attglobal.net augustakom.net auna.net austarnet.com.au
        austin.rr.au autofahrer.de avantel.net avantel.net.mx aviso.com.ci awalnet.net.sa axelero.com ayna.com ayna.com.sa azdata.net
        azeronline.com azeurotel.com b2b2c.ca ba.telecom.sk bagan.net.mm bahnhof.se bahrain.net.bh baikal.net balticom.lv balticum-tv.lt
        bangla.net barefoot.com.au base.be bashnet.ru batelco.com batelco.jo batelnet.bs bb.telecom.sk bb4u.ne.jp bblink.com.ar bbned.nl
        bbox.net bbsyd.dk bbx.sk bdcom.com bdg.centrin.net.id bdmail.net bdonline.com bdvn.vnmail.vnd.net beagle.com.au beelinet.ru
        bekesnet.hu bellitalia.it belong.com.au bendbroadband.com beocity.com beograd.com beotelnet.rs bestel.com.mx beta.linkserve.com
        bezeqint.net.il bgl.vsnl.net.in big-river.net bigblue.net.au bigfoot.com.ar bigfoot.de biglobe.jp bigmail.com.ua bigplanet.com
        bigpond.co.nz bigpond.com.kh bigpond.net bihnet.ba bijoy.net bilgi.com.tr bipond.com birotec.ro biscom.net bitel.de bitsyu.net
        biwa.ne.jp biz.net.id bizland.co.id biznetvigator.com bj.htnet.hr bj.t-com.hr bj163.com bk.by bk.kz bk.uz bkk.loxinfo.co.th
        blarg.net blr.vsnl.net.in bluecom.no bluefrog.com blueline.mg bluemail.com bluemail.net bluepin.net.au bluesky.as bluetone.cz
        bluewin.net bmcc.com.au bmts.com bnet.net.tr bnmsp.de bol.bg bol.co.tz bol.net.in bolehmail.com bolig.net bolivia.com
        boliviacom.net bom2.vsnl.net.in bom3.vsnl.net.in bom5.vsnl.net.in bom8.vsnl.net.in bonairelive.net bonbon.net boo.pl
        bordernet.com.au bosinternet.com.au boss.net.in bossmail.ru bostream.com bostream.nu botsnet.bw bouygtel.fr box.nl
        box1.a-net.net.th box43.pl boxer.se bracnet.net brain.com.pk brasil.net breathe.com bredbandsbolaget.se breitband.ch
        brennercom.net brest.by brfree.com.br brighthousenetworks.com brikks.com broadnet.no brobyggernet.dk brturbo.com brunet.bn
        brutele.com bskyb.net bsnl.com bsnl.net btinternet.in btl.net btl.net.bz btopenworld.co.uk bttb.net btv.bg btv.lv bulldoghome.com
        bumerang.ro bunbun.ne.jp bundu.co.za buziaczek.com.pl by.ru c-able.ne.jp c-com.net.pa cabi.net.id cable.com.co cable.net.pa
        cable.net.ve cable4u.nl cablebg.net cablecentro.net.co cablecolor.hn cablelink.at cablemas.com cablenet.com.ar cablenet.com.ni
        cablenet.cy cablenet.ni cableonda.com cableonda.net.pa cableone.com cableonline.com.mx cablerocket.com cablesurf.de cabletel.ch
        cabletel.com.mk cabletica.com.cr cablevision-aruba.com cabling.me cabo.com.br cabovisao.pt cafax.dk cal.vsnl.net.in
        cal2.vsnl.net.in cal3.vsnl.net.in callplus.co.nz caltiger.com calypso.net.au camintel.com camnet.cm camnet.com.kh canad.ro
        canaldigitaal.nl canaldigital.no canbrasnet.com.br candw.ag candw.ai candw.ky candw.lc candw.ms candw.vc cantv.com cantv.com.ve
        cantv.ve caramail.com.dz caramail.ma carib-link.com carib-link.net carib.com caribcable.com caribcablelc.com caribe.com
        caribserve.net carifbc.sr casanet.net.ma castel.nl castle.net.au catalunya.net catcha.com.my cats-net.com catv.ch catv.ne.jp
        catvnet.ne.jp caucasus.com cavtel.net cbinf.com cbn.bg cbn.net cbox.cz cc.wakwak.com cci.net.au ccom.lk cebunet.com
        ceibo.entelnet.bo ceinternet.com.au celcom.com.my cenatrin.bf centennialpr.net centrum.is ceptel.com.br ceti.pl cg.net.ua cg.yu
        chaiyo.com channeli.net chasque.apc.org chasque.net chavin.rcp.net.pe cheapnet.it chello.be chello.cz chez.com chile.com
        chilesat.net chollian.net chorus.net cilas.net cis.co.za cis.net.co citechco.com citiz.com citlink.net citromail.com
        cityline.ru claro.net.co claro.net.do classic.com.np clear.co.nz clear.ie click.com.py click21.com clicknet.com.ro clix.com.pt
        club.fr clubtelco.com cluj.astral.ro cm.ksc.co.th cm1.hinet.net cm2.ethome.net.tw cmail.cz cmail.ro cmc.net cmdnet.lu cmet.net
        cna.ne.jp cnmail.cn cnmail.com cnt.com.ec cntv.cn cnv.at coara.or.jp cob.net.ba cobweb.com.au codetel.com.do coditel.lu
        col1.telecom.com.co col2.telecom.com.co coldecon.net.co colomsat.net.co colorfulbox.jp com.hem.se com.ua.mail comail.ru
        comcen.com.au commspeed.net comone.co.zw compaqnet.nl compassnet.co.nz comporium.net compuland.com.br compulink.gr compunet.net.co
        compuserve.com.mx comsats.net.pk comteco.com.bo comunitel.net comx.dk conectate.com.uy conexion.com.gt conexion.com.py
        connect.net.au connexus.net.au consultant.ng convoy.com.br coopenet.com.ar copaco.com.py copetel.com.ar
        coppernet.zm coralwave.com corbina.ru cornet.am correo.co.cr correo.dnet.com.pe correoweb.com.mx cosett.com.mx cosmomail.it
        cosmos.ne.jp cosmote.ro cosmotemail.com.gr costarricense.cr cotas.net cotas.net.bo cotel.bo cotel.net.bo cotelcam.com.ar
        cotrans.com.co covad.net cq-link.sr cqnet.com.au crc.net.cr creolink.com crimea.com.ru crnagora.net crossnet.se cscoms.com.th
        csloxinfo.com csloxinfo.net ctc.net ctcinternet.cl ctel.com.au ctimail.com ctk.ne.jp ctlan.net ctt.ne.jp cty-net.ne.jp
        cultura.com.br curinfo.an cuscatla.net cvtelecom.cv cw.net.ky cwdom.dm cwp.net.pa cwpanama.com cwseychelles.com
        cyber.com.hk cyberaccess.com.pk cyberbeach.net cybercable.fr cybercom.co.nz cyberhost.com.na cyberia.com.lb cybernet.net.gt
        cybernet.net.ma cybernet.pk cybersol.com.au cyberspace.in cyberspace.net.ng cyberway.com.sg cyt.net cyta.gr cytanet.cy
        cytec.com.sv cyworld.com czfree.net d1.dion.ne.jp dadlnet.dk dalnet.se daltron.com.pg danbonet.dk dancom.com.pk dartybox.com
        data54.com datacom-bo.net datafast.net.au datatex.com.ni datec.net.pg daum.com david.intertel.hn dbmail.dk dcsi.net.au
        dedicado.com.uy dedicado.net.uy dekko.net.bd del2.vsnl.net.in del3.vsnl.net.in del6.vsnl.net.in delfi.lt delfi.lv delta.nl
        delta.telenordia.se deltanet.nl dezigner.ru dgo.megared.net.mx dhabi.net dhaka.agni.com dhivehinet.net.mv dialog.lk
        digicelpacific.com digicomm.ro digitalzone.co.za digiweb.ie dilhard.com.ar direkt.at discoverymail.co.za dishnetdsl.net dj.net.tw
        djaweb.com dkm.cz dlgmail.dk dlgtele.dk dm.net.lb dnainternet.com dnamail.fi dnet.it dnet.net.id dng.vnn.vn dntis.ro dnttm.ro
        do-co-mo.ne.jp dobrejmejl.cz dodo.net.au dof.se dokeda.lt dokom.de dokom.net dol.ru dolfijn.nl domain.kn domolink.ru dorea.co.za
        doruk.net.tr dps.centrin.net.id dragnet.com.au dravanet.hu dreamx.net drei.at drenik.net drizzle.com drotposta.hu druknet.bt
        dsl.co.uk dsl.net.pk dslextreme.com dslx.net.pk dts.mg du.net.ae du.t-com.hr dunaweb.hu duotel.nl e-posta.com.tr e1.ru eagle.al
        earthlight.co.nz earthlink.com earthlink.iq eastern.com.ph easyconnect.fr easynet.be easynet.ro easystreet.com ebdesk.com
        ebnett.no ebonet.net ebox.ca ebox.tninet.se ebtnet.net ecnet.co.za ecnet.ec econophone.ch ecoweb.co.zw ecua.net.ec ecuanet.ec
        ecutel.net edatel.net.co edsamail.com edsbyn.net edutel.nl eepad.dz eftel.com eftel.com.au eftel.net.au egyptonline.com einet.bg
        eject.co.za eject.fi ejje.com elan.ma elcat.kg eldish.net electronicbox.net elender.hu elion.ee elsitio.net.co
        elta-kabel.com eltrona.lu email-cz.com email.ati.tn email.cn email.com.cn email.com.ua email.htnet.hr email.lt email.ru email.sc
        email.sk email.tim.it emailbr.com.br emailkorea.com emax.is emerge.net.au emil.moz.com emitel.hu eml.ru emobile-s.ne.jp
        emobile.ne.jp emoji.pe empal.net emtel.net energimail.dk enet.com.np enitel.com.ni enjoy.ne.jp entelchile.cl entelnet.com epf.pl
        epm.com eramuslim.com eranet.pl erdves.lt ert.com.co es.co.nz es.com.sv esatclear.ie esc.net.au escape.net.au escortnet.com
        esenet.dk espoltel.net est.is estpak.ee etang.com etapanet.net etapaonline.net.ec etb.com etb.net eth.net.in etheron.net
        ethionet.et ethome.net.tw etisalat.net.ae etllao.com eudoramail.mx eunet.at eunet.yu euphonynet.be eureka.com.lk eurocom.bg
        europa.com eurotel.cz eurotel.sk euroweb.com.br euroweb.hu euroweb.sk euskalnet.net euskaltel.es eutelia.it evard.ch everestkc.net
        everyday.com.kh evhr.net evolva.ro evrocom.net ewk.at excite.es excite.it exemail.net exetel.com.au extra.me eyou.net ezmail.ru
        f2s.com fairpoint.net fan.hi-ho.ne.jp farlep.net fasonet.bf fast.co.uk fastmail.au fastmail.ro fasttelco.com
        fasttvnet.dk fctv.ne.jp fetnet.net fiberchaco.py fibercorp.com.ar fiberflex.dk fibernet.hu fibertel.com fiberworld.nl fido.ca
        filetnet.nl filternet.nl fimnet.fi firma.tele.dk firmatdc.dk firstcom.cl fitweb.or.jp flash.com.ar flexinet.com.au flip.co.nz
        flowja.com flowtt.net fly.hr fm.com.pl fm.com.ua fm365.com fmail.com.vn foni.net fonoxpress.pe form-net.com forum.org.kh
        foxall.com.au foxinternet.net fpt.vn freegates.be freemail.com.mk freemail.de freemail.lt freemail.ne.jp freemail.ua freenet.co.nz
        freenet.com.ua freenet.uz freenetname.co.uk freestart.hu freesurf.fr freeuk.com freeuk.net freeweb.hu frisurf.com froggy.com.au
        fsmail.net fsnl.in fuldmane.dk fulltel.com.ar futuro.pl gaea.ocn.ne.jp gaia.eonet.ne.jp gala.net gateway.net.au gavle.to gawab.net
        gawnet.ch gaya.sk gbm.net.sv gcnet.cm gctv.ne.jp gd.cn gds.co.za gegnet.com.br geko.net.au gelsen-net.de gerrys.net gga.ch
        giasbg01.vsnl.net.in gibnynex.gi gibtelecom.net giga.com.tw giganet.hu gigared.com gil.com.au gippsland.net.au glasoperator.nl
        glide.net.in global.net.mt global.net.pg globalite.com.br globalnet.hn globalnet.net globeaccess.net globelines.com.ph
        globenet.com.ph globo.net globonet.hu globul.bg gmobb.jp gnbd.net gnet.com.tn go.jo go2.com.pl goconnect.net gol.net.gy
        gold.guate.net golden.net gomel.by goo.ne.jp gorodok.net gotalk.net.au gportal.hu grandecom.net grapevine.com.au grapevine.net.au
        grbox.cz green.ch greenbee.net gs.t-com.hr gsi.pl gtdinternet.com gtdmail.com gti.sk gto.net guam.net guate.net guate.net.gt
        guernsey.net guest.arnes.si gulfnet.com.kw guyana.net.gy gvdnet.dk gvt.com.br gvtc.com gwi.net gye.satnet.net gz.cn h-1.hr
        hafslund.net hainet.net haitelonline.com haitiworld.com hally.net halmstad.net hamcom.biz hananet.net hanmail.co.kr hanmail.com
        hanmi.com harboursat.com.au hargray.com hathway.com hathway.net haugnett.com hawaiiantel.com hb.tp1.jp hccnet.nl hclinfinet.com
        hcm.fpt.vn hd1.vsnl.net.in hd2.vsnl.net.in heimsnet.is helinet.de hemo.net her.forthnet.gr hera.eonet.ne.jp hesbynett.no het.net
        hevanet.com hexabyte.tn hgc.com.hk hicat.ne.jp highway.com.py hin.ch hinet.net.au hipernet.com.br hispavista.com.do hitcatv.net
        hitv.ru hixnet.co.za hk.com hkfree.org hknet.com hkstar.com hn.fpt.vn hokuriku.ne.jp home.co.za home.com.tw home.ne.jp
        home.netspeed.com.au homemail.com.au hondudata.com hondutel.hn horizon.com.br hot.net.il hotbox.com.ua hotcn.ne.jp hotlink.com.br
        hotnet.net.il house.com.ar hoy.net hp.vnn.vn htnet.hr htp.com.np htp.de hu.inter.net hue.vnn.vn hujra.net.pk hungary.org hunsa.com
        hunterlink.net.au hurontel.on.ca hutchcity.com.au i-manila.com.ph iae.nl iafrica.co.zw iam.com.ma iam.ma
        ibagueonline.com ibelgique.com ibest.com ibi.co.za ibl.bm iburst.co.za ibw.com.ni ic24.net icable.com icc-al.org iccnet.cm
        iccnet2000.com ice.co.cr iconet.com.br iconnect.co.ke iconnect.zm iconz.co.nz iconz.net icosnet.com.dz icpnet.pl icv.ne.jp
        idea.net.pl idilis.ro idirect.com idl.com.au idm.com.lb idngh.com idola.net.id idsc.net.eg ie-eg.com ieg.com.br iexec.net.au
        ifxnw.com.ve ig.net.br igrin.co.nz ihug.com.nz ihug.net iimetro.com.au iinet.com ikatelnet.net imafex.sk image.dk imagine.com.bn
        imagine.ie imaginet.co.za imail.de imail.hk improware.com impsat.net.co impsat.net.ec impsat1.com.ar impulse.net.au imul.com
        in2cable.com inbox.by inbox.com.br inbox.com.ru inbox.eu inbox.ua incom.ru index.com.jo indiainfo.com indiamail.com
        indianbroadband.com indiatimes.in indo.com indosatm2.com indosatnet.id inea.pl inecco.net inet.co.th inet.ga
        inet.net.au inet.net.nz inet4.cz inetcom.ru inetia.pl inext.hu infinito.it info.com.np infoabc.com infochan.com infoclub.com.np
        infocom.co.ug infogen.net.nz infoline.su infolink.com.br infomed.sld.cu infonegocio.com infonegocio.net.pe infonet.com.br
        infonet.com.py infonet.ee infonetti.fi infonie.be infonie.com infopac.ru inforyoma.or.jp infoseek.ne.jp infosel.com infosel.com.mx
        infosel.net.mx infosky.net infosur.com.ar infotel.bg infovia.com.gt infovia.net.ar infoweb.abs.net inicia.es inmail.cz
        insightkenya.com inspire.co.nz intas.net.au intechworld.net integra.com.sv integrity.hu intekom.co.za intekom.com intelig.com.br
        intelnet.net.gt intelnett.com intelvision.net inter.com.ve inter.net.ve interactive.net.ec intercable.net.ve interfree.com
        interia.com.pl interklasa.pl interlink.com.ar interlize.com.br internet-bg.net internet-zahav.net internet.co.za internet.com.ar
        internet.com.mx internet.ge internet.mu internetcom.com.br internetegypt.com internetgabon.com internext.co.za internode.com.au
        internode.net interplus.ro interred.net.co interserv.com.tt interware.hu intnet.bj intnet.co.cr intouch.com intra.co.mz
        intranet.net.mx intv.com.ua iol.com iol.com.pt iol.no ipasifika.net iphil.net ipko.net iplan.com.ar ipnet.pl ipnotech.com
        iprimus.com iqara.net ireland.com iris.eonet.ne.jp iris.mg irk.ru irmail.ru is.co.za is.com.fj is.lt is.net.tw isb.comsats.net.pk
        isdn.net.il isis.de isl.is isla.net islandia.is islandnet.com ism.com.br isnet.net.tr isnet.ru ispdr.net.au isplanka.lk israel.net
        isternet.sk it.net.au itacom.com.py italiaonline.it italnet.com.br ite.net itelcel.com itelefonica.net.br itelgua.com itl.net
        itmin.com itscom.jp itscom.net itss.co.za itux.se iway.ch iway.na ixir.com izh.com izi.re izzi.lv izzimail.mx jabama.co.za
        jablonka.cz jacotei.com.br jakarta.net jamaicaonline.com jambo.co.ke jamboshop.com jan.ne.jp janis.or.jp jaring.com.my
        jarvsonet.com jasmine.ocn.ne.jp jawwal.ps jazzcom.es jersey.net jhb.lia.net ji-net.com jino.ru jiomail.com jiponet.fi jippii.com
        jmail.cz johnlewisbroadband.com joinnet.com.jo joins.com jovenclub.cu jp1.vsnl.net.in jttk.zaq.ne.jp jupiter.ocn.ne.jp k-si.net
        ka.t-com.hr kabel-deutschland.de kabelnet.hu kabelnet.net kabelnetveendam.nl kabelovka.sk kabelszat2002.hu kablo.net.tr kabsi.com
        kaisanet.fi kali.com.cn kalianet.to kaltadsl.it kappa.ro kase.fi kasnet.com katamail.co.za katch.ne.jp kava.lt kbcnet.rs
        kbd.biglobe.ne.jp kbronet.com.tw kc.t-com.hr ke.telecom.sk kebi.com kelio.fr kems.net kenyaonline.com keralamail.com kern.com.au
        keypoint.com.au keyworld.net kfn-ag.ch kfnmail.ch khakasnet.ru kheta.ge khi.comsats.net.pk kicheko.com kidcity.be kielnet.net
        kievweb.com.ua kiirmail.ee kimo.com.tw kingsley.co.za kkh.biglobe.ne.jp kki.net.pl kki.pl kliksafe.nl kmail.ru kmtn.ru knet.es
        kobimail.net kol.co.nz kolnoa.net kombib.dk kompascyber.com konark.net korea.com kornet.com kornet.net kos.net kosava.co.yu
        kotikone.fi kpnet.com kpnet.fi kqnet.pt kr.t-com.hr kraknet.pl krasmail.ru krstarica.com ksa.net.sa ksc.net.th ktknet.cz
        ktvdirekt.at kuendigung.net kuentos.guam.net kujtesa.com kursknet.ru kvantel.net kvision.ne.jp labyrinth.net.au
        laguna.net lajtanet.hu lando.co.za landshut.org lanka.ccom.lk lanka.com.lk lankacom.net laopdr.com laotel.com lapis.plala.or.jp
        latinmail.cl latinmail.co latinmail.com.mx latinmail.com.pe latinmail.com.ve latinwide.com latnet.lv lattelecom.lv lcv.ne.jp
        lds.net.ua legalmail.it leland.bj lemononline.com lesamoa.net leto.eonet.ne.jp leucom.ch leunet.ch lexxa.com.br lgo.lk
        lhr.comsats.net.pk li.is libertysurf.net lijbrandt.nl lincsat.com link.bm link.com.eg link.net link.net.id link3.net
        linkserve.com.ng linkway.com.br lisp.com.au list-ru.com list.by list.kz lite.dk lithill.lt livedoor.com livemail.com.br
        livemail.tw livenet.ch lizzy.com.au llc.ru lm.net.au lmi.net localnet.com.au logic.bm logosoft.ba lombardiacom.it look.ca
        loxinfo.com lpoy.net lpsat.com lsc.net.tw lsinter.net ltt.ly lttnet.net lucky.com.au luna.nl luukku.fi lvd.com.ar lviv.net
        lw1.vsnl.net.in lwmail.com.br lync.ec lynx.co.nz lynx.net.lb lysefiber.no m-kabl.com m-net.de m1-telecom.nl m1.stofanet.dk
        m2internet.com.au m3.dion.ne.jp mac.co.nz mac.nl macau.com macau.ctm.com mada.ps madeiratecnopolo.pt magic.fr magix.com.sg
        magnet.ie maia.eonet.ne.jp mail-online.dk mail.apol.com.tw mail.bip.net mail.china.com mail.co.il mail.co.za mail.com.az
        mail.com.br mail.com.gr mail.com.md mail.com.mk mail.com.mx mail.com.np mail.com.tr mail.com.tw mail.com.ua mail.cvtelecom.cv
        mail.dp.ua mail.fi mail.ge mail.giga.com mail.htk.fi mail.hu mail.hz.zj.cn mail.inet.hr mail.infochan.com mail.kg mail.kharkov.ua
        mail.koc.net mail.kz.ru mail.lv mail.lviv.ua mail.mcsa.net.mx mail.megalink.com mail.mp mail.net.np mail.nnov.ru mail.no
        mail.od.ua mail.online.kz mail.pl mail.primorye.ru mail.pt mail.rdscv.ro mail.ro mail.rs mail.rtsnet.ru mail.ru.bg mail.ru.id
        mail.sk mail.sy mail.te.ua mail.tj mail.tm mail.tomsknet.ru mail.ural.ru mail.vn.ua mail.zp.ua mail1.stofanet.dk mail2k.ru
        mail386.com mailbox.co.za mailbox.ro mailbr.com.br mailcity.com.au mailcity.com.my mailcity.hu maile.pl mailkd.dk mailkpn.nl
        mailme.in mailpont.hu mailru.com mailtahiti.pf maksnet.net man.com.hk mandic.com.br mandic.net mango.zw manquehue.cl
        mantraonline.com manx.com mari-el.ru maroc.com marocnet.net.ma masmovil.es matavnet.hu matrix.net.au maxcom.net.mx maxis.net.my
        maxnet.net.nz mb.infoweb.ne.jp mbn.or.jp mbox.contact.bg mbox.digsys.bg mbox.kyoto-inet.or.jp mcmedia.com.au mcnon.com
        md2.vsnl.net.in md3.vsnl.net.in md4.vsnl.net.in md5.vsnl.net.in mdcc-fun.de me2day.net mediacat.ne.jp mediaserv.com
        megabaud.fi megabox.ru megacable.com.mx megaegg.ne.jp megalink.com meganet.net.id megaweb.co.za melbpc.org.au
        melita.net melsa.net.id menanet.net menta.net meo.pt metronet.hr metropoli2000.net metrored.com.mx metrotel.net.co meumail.pt
        mexis.com mi.cl mi.is mi.madritel.es micro.com.gt micro.com.ng micro.net.pk microlink.com.br microlink.zm midco.net
        midcoast.com.au midcontinent.com mighty.co.za millicom.com.pe mindspring.net mineo.jp minmail.net miss.net.ba mistral.co.uk
        mitra.net.id mitsuminet.com mixmail.cl mixmail.com.pa mjvn.co.za mkb.se ml.sy mmail.com.py mmnet.com.au mms.att.net mobikom.com
        mobil.cz mobistar.be mobistarmail.be mobitel.lk mobitel.si modulonet.com mogilev.by mojnet.ba mol.com.mk moldova.cc moldtelecom.md
        monaco.net monet.no monornet.hu moov.mg mopera.ne.jp mopera.net mosquitonet.com movi.com.ar movinet.com.uy mozcom.com.ph mp3.se
        mpc.com.br mpcnet.com.br mpt.net.mm ms10.hinet.net ms12.hinet.net ms13.hinet.net ms14.hinet.net ms15.hinet.net ms17.hinet.net
        ms18.hinet.net ms19.hinet.net ms2.hinet.net ms21.hinet.net ms22.hinet.net ms24.hinet.net ms27.hinet.net ms3.hinet.net
        ms31.hinet.net ms33.hinet.net ms34.hinet.net ms35.hinet.net ms37.hinet.net ms4.hinet.net ms5.hinet.net ms6.hinet.net ms7.hinet.net
        ms8.hinet.net ms9.hinet.net mt.net.mk mta.biglobe.ne.jp mtds.com mtel-cg.net mtel.net.bg mtn.co.ug mtn.com.cy mtnloaded.co.za
        mts.rs mtu.ru mujbox.cz mujmail.cz mullum.com.au multi.com.uy multi.fi multi.net.co multicanal.net multiline.com.au multimo.pl
        multinet.net.pk multitel.co.ao multivision.bo multivisionhn.net mundo123.hn mundofree.com mvd.biglobe.ne.jp mvnet.de mweb.co.th
        mweb.co.zw mweb.com mweb.com.na mx1.ttcn.ne.jp mx6.tiki.ne.jp mxmail.nl my-place.net.au my.com my.rediffmail.com my.westnet.com.au
        myblog.by mybox.cz mybredband.se mycable.co myconnection.co.za mycosmos.gr mycure.co.nz mydestiny.net myfairpoint.net myjaring.net
        mynet.net mypc.com.tw myself.ro mysoul.com.au mystarhub.com mytmail.in myvideo.ge n5.com.jm na.commufa.jp nadlanu.com nafoto.net
        nafta.mx nairobi.mail.ke nal-net.dk namesco.net namibnet.com narod2.ru naseej.com nasicnet.com nasza-klasa.net nate.co.il
        nauta.com.cu nautile.nc navalon.com navegalia.com navegante.com.sv navigator.lv naxoo.ch nayatel.com nbnet.co.ke nbox.cz
        ncc.moc.kw ncn-t.net ncs.com.gh nctv.com ncv.jp ndb.vsnl.com nde.vsnl.net.in nease.net neasonline.no nefkom.net neo.pl neolink.ru
        neotel.net.mk nesma.com.sa net-tv.dk net-uno.net net.si net.sy net.yu net1.bg net12.com.ar net2000.com.au net4u.hr neta.pl
        netaccess.co.nz netactive.co.za netangola.com netatonce.net netatonce.se netbg.com netbox.cz netc.net.au netc.pt netcabo.com.br
        netcenter-vn.net netcompsj.ro netcomsa.com netcomuk.co.uk netcon.net.au netconnect.com.au netcourrier.fr netcracker.in netease.net
        netexpress.cl netfront.net netgate.com.uy netia.net.pl netia.pl netikka.fi netissime.com netkosice.sk netlab.sk netlife.ec
        netline.cl netlink.com.au netmadeira.com netman.ru netmedia.net.il netmex.com.mx netnam.org.vn netnam.vn netone.com.tr netone.gr
        netplus.ch netpoint.com.br netralink.com netropolis.mx nets.com.jo nets.jo nets.pl netscape.hu netscape.it netsgo.com netsgo.net
        netsource.ie netspeed.com.tr netspeed.net.nz netsys.com.am netsys.hn nettel.cz nettel.net.nz nettet.dk nettilinja.fi netuno.com.br
        netuno.net.ve netuy.com netverk.com.ar netvigator.com.hk netvigo.pl netvirtua.com.br netvision.com.il netvision.ru netvisit.nl
        netway.at networksgy.com netzero.com.br neuquen.com.ar new.co.za newmail.com.ru newmail.dk nex.com.au nex.net.au nexicom.net
        nexlinx.net.pk nextgen.net.mt nextgen.ro nextmail.ru nextra.at nextra.cz nextra.ro nextra.sk nexus.ao ngs.ru nic.fi nicarao.org.ni
        niels.dk nifmail.jp nile-online.net ninus.ocn.ne.jp nl.net nlink.no nmt.ne.jp nnov.ru nns.ne.jp nodes.co.za nodo50.ar nomade.fr
        noor.net nordcom.net nordfiber.dk nordnet.no norex.com.au nortenet.pt northnet.com.au northrock.bm northstate.net
        nova.gr nova.is nova.net.ng novell.net.au novis.pt novuscom.net now-india.net.in nscable.net nsys.by ntc.net.np ntebb.no
        ntelos.net ntlworld.co.za ntopus.com.br ntvk.com.pl null.ru numericable.be numericable.com nuri.net nursat.kz nusa.net.id
        nutecnet.com.br nuvox.net nvkz.net nwlink.com nwn.de nzonline.co.nz o2.co.uk o2.sk oberon.net.au octa4.net.au octv.ne.jp
        oderland.se oestkraft.dk offratel.nc ogertel.com oi.net.br ok.de ok.is ok.ru olive.plala.or.jp omantel.com omantel.om omen.net.au
        omni.lt omninet.net.au omnitel.it on-nets.com on.mk on.net.ec on.net.mk onatel.bi onaustralia.com.au one.at one.net.pk
        one2free.com onego.ru oneindia.in onemax.com.do oneword.kr online-glasvezel.nl online-home.de online.be online.com.cn
        online.com.ee online.kz online.net.pg online.sinor.ru online.tm onlinehome.bg only.fr onlysmart.com ono.com ono.es ontelecoms.gr
        ontera.net onthenet.com.au ool.fr ooredoo.om ooredoo.qa op.com.pl open-telekom.rs open.rs openlife.com.br openlink.com.br
        openweb.co.za optima.com.ua optima.hr optimaxbd.net optimus.pt optisprint.net optushome.com.au optusnet.com optusnet.net.au
        opus.co.tt orac.net.au orange.jo orange.lu orange.mg orange.mu orange.net.il orange.re orange.sn orangemail.ro orangemali.net
        orangenet.sk orbitel.bg orc.ru orcon.co.nz oreka.com orgio.net orion.rs orionteleko.rs orizont.net os.t-com.hr osite.com.br
        oskarmobil.cz oslo.online.no ostersund.nu oul.com.br our.net.au ourmail.com.br outremer.net overnet.com.ar oz.net oz.net.au
        ozonline.com.au ozu.com ozu.es ozzio.jp p-i-s.com p-lux.or.jp pa.inter.net pacenet-india.com pacific.com.ph pacific.net.au
        pacific.net.hk pacific.net.id pacific.net.in pacificcoast.net pacificnet.com.hk pacifier.com pacinter.net paco.net paknet.com.pk
        paknet4.ptc.pk palnet.com paltel.ps pan.lk panafonet.gr pananet.com panet.co.yu panet.rs panlanka.net pannonnet.hu paradis.dk
        paradise.co.nz parisat.hu parkano.net parknet.dk parks.lv partner.net.il pasarmail.com pavilion.co.uk pc.dk pc.jaring.my pchome.tw
        pcnet.ro pdk.ru peach.ocn.ne.jp peak.org pec.it pegasus.com.br pendragon.hu people.com.au pepephone.com perftech.si perlico.ie
        perso.be persogo.com.br persona.ca perspektivbredband.se peru.com pf.pl pgv.at philonline.com pi.be picknowl.com.au ping.be
        pinoymail.com pipeline.com pipeline.com.au pisem.com pisem.ua pixie.co.za pk9.so-net.ne.jp pla.net.py planet.com.tn
        planetinternet.be platinum.ca pldtdsl.com.ph plex.nl plugnet.com.br plus.net.ec plusgsm.pl plusnet.co.uk plusnet.pl plusz.net
        pn2.vsnl.net.in pn3.vsnl.net.in pnc.com.au pnet.com.pl pnet.pl po.jah.ne.jp po.jaring.my po5.synapse.ne.jp poa.terra.com.br
        pobox.com.br pobox.cz pochta.com pochta.org pochta.ua pochtamt.ru poczta.gazeta.pl poczta.neostrada.pl poczta.onet.com poczta.pl
        poczta.wp.pl poda.cz podernet.com.mx pol.com.pk polarnett.no polbox.com polbox.pl pop.fi pop.ne.jp pop.nm.ru pop02.odn.ne.jp
        pop06.odn.ne.jp pop3.lv popmail.cn popsmail.com porta.net portables.co.uk portalinc.ph portalweb.com.br portoweb.com.br
        post.htnet.hr post.kz post.omnitel.net post.ru post.t-com.hr post10.tele.dk post11.tele.dk post12.tele.dk post13.tele.dk
        post2.tele.dk post3.tele.dk post4.tele.dk post5.tele.dk post6.tele.dk post7.tele.dk post8.tele.dk post9.tele.dk posta.com.ge
        posta.com.tr posta.net poste.it postecert.it postemail.it postman.ru powerline.com.br powernet.bg powernet.com.ar powerup.com.au
        pp.htv.fi pp1.inet.fi pp2.inet.fi pp3.inet.fi prestel.co.uk prima.com.ar primacom.net primenetsa.co.za primo.al primus.nl
        primusonline.com.au pro.onet.pl prodigy.com prodigy.com.mx prodigy.mx prodigymedia.com prodigynet.mx profibernet.dk profinter.hu
        prolink.bg promail.pl proshikanet.com prov.ru proweb.com.mx prtc.net psg.sk psi.com.br psi.net.pa ptcl.com.pk ptialaska.net
        ptkonline.com ptnetbiz.pt ptt.yu pu.t-com.hr public.cta.cq.cn public.gz.js.cn public.nn.gx.cn public.qd.sd.cn public.wh.hb.cn
        public.xm.fj.cn public1.ptt.js.cn public3.bta.net.cn publicxs.nl pue1.telmex.net.mx puntonet.ec pyur.net q-net.net.au qatar.net
        qip.ru qnet.com.pe qq.cn qq.com.cn qtel.com.qa qtnet.ne.jp quake.ru qualitynet.com quanta.com.py qubee.com.bd
        quetzal.net quicknet.com.au quicksilver.net.nz quik.com.co quinet.nl quipo.it r-kom.net r7.com r7.com.br raajje.net.mv
        rabbit.com.au racsa.com rad.co.id radar.com.ar radijusvektor.rs radnet.id raetel.net.co raha.com rainside.sk raketti.net
        raksnet.com.tr rakumail.jp rambler.am rambler.az rambler.com rambler.com.ua rambler.ee rambler.kg rambler.kz rambler.md rambler.uz
        ranksitt.net rantac.net rapid.co.uk rave-tt.net raz-dva.cz rb3.so-net.ne.jp rbe.net.au rcc.com.ar rcp.net.pe rdc.cl rdsct.ro
        rdscv.ro rdsmail.ro rdsor.ro reachnet.com.au redbox.sk redetaho.com.br redfacil.com.uy rediffmailpro.com redifmail.in
        redlink.net.mm redynet.com.ar refer.sn rega-sense.ch reggefiber.nl rekam.nl reliance.net.in reliancemail.net reset.jp rhone.ch
        ri.htnet.hr ri.t-com.hr rieder.net.py rin.ru riverland.net.au rnc.ro ro-ni.net ro.com.ua rockisland.com
        rogers.blackberry.net rol.ro rolmail.net romtelecom.ro rose.ocn.ne.jp rose.plala.or.jp rosecom.net rosmail.ru rr.em-net.ne.jp
        rstel.net rt.mail.ru rtyne.net runbox.no rwanda1.com rwandatel.rw rybnet.pl sa.chariot.net.au sai.co.za saigonnet.com.vn
        sainet.co.za saipan.com sal.gbm.net salnet.net salt.ch saltel.net salzburg-online.at sama.ru samart.co.th samoa.ws sana.net.ua
        sancharnet.com sandnet.se sanet.ge sanook.com sapo.com.br sapo.com.pt sapo.cv sarcity.ru satlink.com satlink.com.ar satnet.net
        satrax.hu satro.sk saudi.net.sa savecom.net.tw sawo.net sayclub.com sb.t-com.hr sbb.co.yu sby.centrin.net.id sby.dnet.net.id
        schwaben.de sci.fi scnet.rs screamer.co.za scs-net.org se-ed.net sea.plala.or.jp sea.sannet.ne.jp seanet.com
        seeder.net selfnet.cz sendme.cz senet.com.au sentex.net sercomtel.net.br servicoopsa.com.ar servihoo.com serwus.pl setarnet.aw
        seychelles.net seychelles.sc sezampro.com seznam.com sf-nett.no sf.cable.bg sfera.net sgic.fi sh163.net shabakah.net.sa
        shentel.net shinbiro.com shirt.ocn.ne.jp shoal.net.au si.com.pe si.t-com.hr siamail.com sibiu.astral.ro sibmail.com sibnet.ru
        sify.co.in sify.net sifymail.com sigmanet.hn signal.no signet.com.sg simail.it simbanet.net simmani.com simobil.net simplesnet.pt
        sina.net sinamail.com sinfo.net singnet.co.id singnet.sg sinn.ru sinos.net siol.com siol.si sion.com sion.net sirius.ocn.ne.jp
        sisterisles.kn siteplanet.com.br sk.t-com.hr skannet.com skannet.com.ng skif.net skivemail.dk skv.nl sky.co.uk sky.plala.or.jp
        skycable.ph skyinet.com skymesh.com.au skymesh.net.au skypro.be slingshot.net.nz sloane.cz slovanet.net slovanet.sk slt.lk
        sltnet.com.lk smail.ru smartbro.net smartbroadband.ie smartchat.net.au smartfren.id smartnet.cz smartnett.no
        smileadsl.com snerpa.is snet.co.ao snz.ru sodetel.com soficom.com.eg softnet.si sogou.com.cn sohu.net sol.racsa.co.cr
        solar.sar.net solcon.nl solconmail.nl solnet.ch solo.delfi.ee solomon.com.sb solutions2000.net sonatel.net sonet.com.mk sonofon.dk
        sormlandsbredband.se southcom.com.au southnet.co.nz southnet.co.za sover.net sp-mode.ne.jp spacenet.co.ug spaces.com.ua span.ch
        sparqnet.net spbmail.ru spctnet.com spectranet.in spectraweb.ch spectrum.net.in speedlinq.nl speedy.net speedy.net.ar
        speedy.net.id spidernet.com.cy spidernet.net spin.com.mx spin.net.au spinter.net spiritone.com splius.lt spn1.speednet.ne.jp
        spnetctg.com spot.net.id spray.fr spray.pl sprint.blackberry.net sps.net.sa sr.net sri.lanka.net ssakhk.cz ssdfibertel.com.ar
        ssi.sk ssmail.ru st.com.uy st.htnet.hr st.net.au st.t-com.hr starcat.ne.jp starcom.co.ug starhub.com.sg starmedia.com
        starmedia.com.mx starmedia.com.uy starnet.com.eg starnet.md starnet.net.ar starnet.net.gt startadsl.hu startlap.hu stcmail.com.sa
        sti.com.br stipte.nl stmail.lk storm.ca strath.net.au strik.is stud.no student-online.nl stv.ee subisu.net.np sul.com.br
        sulanet.net sulekha.com sumicity.net.br sundsvall.nu sunnmail.no sunny.ocn.ne.jp sunpage.com.sg sunteq.sk suomi24.com super.net.pk
        supercable.es supercable.net.ve supercabletv.net.co supercanal.com.ar superig.net supermedia.pl supernet.com.bo supernet.com.mx
        supernet.com.pk supernet.com.py supernet300.com superonline.com.tr superposta.com surewest.net surf4nix.com surfeu.at surfeu.fi
        surfnet.com.br surfree.net.il surguttel.ru surnet.cl sv.cciglobal.net svitonline.com svorka.net swan.sk swb-gruppe.net
        swebredband.se sweet.ocn.ne.jp swi.hu swiftdsl.com.au swiftech.com.sg swiftkenya.com swiftmombasa.com swiftng.com swipnet.cz
        swn.de sybaweb.co.za sydfynsnet.dk sympatico.fr szabinet.hu szm.com t-com.com.me t-com.ne.jp t-email.cz t-email.hu
        t-mobile-thuis.nl t-mobile.com.pl t-mobilethuis.nl t-net.co.nz t-net.ne.jp t-net.net.ve t3.se tadaust.org.au tagnet.ru tal.is
        talkline.nl tampere.nettilinja.fi tangomail.lu tapuz.co.il tarassul.sy targo.rs tas.quik.com.au tassie.net.au tatanova.com
        tatnet.ru tbwil.ch tbz.t-com.ne.jp tcat.ne.jp tcnet.ne.jp tdcspace.dk tdm.co.mz te.net.ua teda.com.et tedata.net
        tekbilgi.net tel.net.ba telbru.com.bn telcel.blackberry.net telcel.com telcel.net telco.co.zw telconet.net tele-columbus.de
        tele-kom.ru tele-tv.si tele2.be tele2.ch tele2.co.at tele2.lu tele2.net.se tele2.pt tele2.ro tele2adsl.dk tele2mail.nl
        telebucaramanga.net.co telecable.com.mx telecam.net telecentro.net.ar telecom.com.fj telecom.cz telecom.net.et telecomitalia.net
        telecomplus.sn telecoms.bg teledata.de teledata.mz teledisnet.be telefonica.net.br telefonica.net.gt teleing.com telekom.com.ro
        teleline.es telelink.bg telemach.ba telemach.me telemail.fi telemovil.net telenor.net telenor.rs telenor.se telepac.com
        telepolis.com teleport.com telering.at telesal.net telesat.com.co telesurf.com.kh telesurf.com.py teleweb.at telgua.com telia.lv
        telia.no teliamail.dk teliamail.fi teliamail.se telikompng.com.pg telinco.co.uk telkom.net.id telkomnet.id
        telkomsel.blackberry.com telmex.net.co telmexmail.com telocity.com telpin.com.ar telstra.co.nz telstra.easymail.com.au
        telstraclear.co.nz telsur.cl telsur.net telusplanet.net telvia.it teo.lt teol.com terra.com.ar terra.com.cl
        terra.com.co terra.com.gt terra.com.lb terra.com.mx terra.net.br terra.pe tfn.net.tw thaiemail.com thecable.net thehub.com.au
        thejambo.com therock.bm thes.forthnet.gr thn.ne.jp three.ie thrunet.com thurweb.ch thymail.dk tianya.cn ticino.com ticinocom.com
        ticnet.com.mx tikalnet.net tikona.in tinet.ch tinp.net.tw tinyonline.co.uk tippnet.rs tirol.com tiscali.com.br tiscali.com.za
        tiscali.dk tiscali.es tiscali.no tiscalinet.be tit.ga titv.com.tw tjohoo.se tkb.net.pl tkdami.net tlapnet.cz tlf.es tltmail.ru
        tmn.pt tmnet.com.my tmo.at tmomail.net tmstar.net.my tmtv.ne.jp tmx.com.ni tng.de tnn.com.tr tnt21.com todays.co.ke todito.com
        toj.com tojikiston.com tokai.or.jp toluca.podernet.com.mx tom.cn tom.net tomaatnet.nl tonfon.to topmail.com.ar topmail.kz
        topmarkeplg.com.tw topnet.tn torba.com torrens.net.au toshima.ne.jp totalbb.net.tw totalise.co.uk touchtelindia.com
        touchtelindia.net toya.com.pl tpg.net.au tpgi.com.au tpi.pl tpnet.pl tranzpeer.net tre.it tre.se tri-isys.com tribeca.bm
        tricom.com.do trined.nl trinidad.net triolan.net triple-c.com true.net.ve truemail.com trump.net.au tsi.com.pe tsn.cc tstt.co.tt
        tt.com ttcl.co.tz ttn.net.tw ttnet.com.tr ttt.co.th tubbymail.au tucbbs.com.ar tuenti.com tula.net tunet.tn tunisiana.com
        turbonet.com turbonett.com turbonett.com.ni turk.net turk.net.tr turkcell.blackberry.com turknet.net turku.nettilinja.fi
        tuskmail.si tut.ru tutanota.org tutopia.cl tutopia.com.ar tutopia.com.br tutopia.com.py tutopia.com.sv tutopia.mx tuttopmi.it
        tvcable.com.co tvcable.com.ec tvcable.net.ec tvcabo.co.mz tvl.vu tvn.hu tvnet.lv tvsat364.lodz.pl tvsmail.ch tvtel.com.br tvtel.fr
        tvtel.pt tx.net.ba txt.att.net u01.gate01.com ua.net uai.com.br ubaye.com ubbi.com ubbi.com.ar ubbi.com.br uch.net ucomgh.com
        udm.net udm.ru ufacom.ru ufamail.ru uio.satnet.net uio.telconet.net uke.ua ukgateway.net ukr.ru ukrtel.net ukrtelecom.net
        uldum.net ultra.com.mk une.net une.net.mx unet.bg unet.cz unet.nl unete.co unete.com.bo unete.com.ve uni2.es unidata.it
        unifi.com.my uniline.mx unimednet.com.br uninet.com.br uninet.com.py uninet.ee uninet.net.id uniontel.it uniserve.com unison.ie
        unitel.net unitymedia.de universiabrasil.net unlimit.com unwired.com.au unwired.com.fj uol.cl uol.com.ar uol.com.mx uol.com.pe
        uol.net uolinc.net uolpremium.net.co uolsinectis.com upc.com.pl upc.cz upc.hu upclive.nl upcmail.com.ro uqmobile.ne.jp
        uruklink.net usa.net.in usan-bu.net user.by uskonet.com utb.se utel.net.ua utlonline.co.ug uyweb.com.uy uzpak.uz v21mail.co.uk
        vadium.sk value.net.nz valvision.fr vanuatu.com.vu vasia.com vasnet.co.in vectra.pl vectranet.pl veezy.com vega.ocn.ne.jp
        vektor.net velocom.net.ar veloturbo.com.br velox.com.br vera.uy verat.com verat.rs verizon.net.do versatel.be
        vesta.ocn.ne.jp vestelnet.com vestermail.dk vialis.net vianet.com.np vianet.com.sv vianet.net.au vianetworks.com.ar viapvt.sk
        viatel.mx vic.chariot.net.au victoria.net.au videofutur.fr viewqwest.com viken.no village.uunet.be vindinggaard.dk vinet.lt
        viola.ocn.ne.jp violin.ocn.ne.jp vip.126.com vip.188.com vip.21cn.com vip.bg vip.rs vip.telesal.net vip.tom.cn viptel.com
        viptel.dk virconn.com virgilio.com virginmobile.ca vision.net.id visit.se visp.net.lb visual.lk vivacom.bg vivamail.pl vivanet.hu
        vivax.com.br vividwireless.com.au vivointernet.com.br vizzavi.pt vk.t-com.hr vl.ru vlasenko.com.ua vlink.ru vnmail.com
        vodafone.com.eg vodafone.com.gh vodafone.hu vodafone.ie vodafone.is vodafone.net.gr vodafone.nz vodafone.qa vodafoneemail.co.uk
        vodafonemail.es vodafonemail.pt vodafonethuis.nl vodamail.com voila.com vol.com vol.net vol.net.mt volia.com volia.net
        voliacable.com volja.com voljatel.si volny.ru volyn.net vonnet.com.py voo.be vortex.is vox.co.za voyager.co.nz vr-web.de
        vratsa.net vsi.ru vsnl.co.in vsnl.in vsnl.net.in vt.t-com.hr vt4.net vtext.com vtown.com.au vtr.com vtx.ch vu.t-com.hr
        vzpacifica.net wa2.so-net.ne.jp waika9.com waitrose.co.uk walla.lv walla.net walla.net.il waltz.plala.or.jp wanadoo.jo
        wanadoo.net.ma wanadoo.re wanamail.ma wanex.net wantree.com.au waoo.dk wasadata.net wasantara.net.id wateen.com wave.co.nz
        wave.com.ph wavecable.com wavenet.at web.am webafrica.co.za webafrica.org.za webmail.com.za webone.com.au webshield.net.au
        webtelmex.net.mx weppy.com westel900.hu westnet.net.au westpac.bm which.net whidbey.com whidbey.net wia.cz wiber.com.ar
        wightman.ca wilhelm-tel.de willy-tel.de wilnetonline.net wimmera.com.au wind.gr wind.ocn.ne.jp windmail.gr windtre.it
        wine.plala.or.jp wingo.ch winshop.com.au winsoft.net.au winterland.it wippies.com wippies.fi wise.net.lb wise.net.nz wish.nl
        wishmail.net wissal.dz wln.com.br wms.cz wn.com.au wnet.com.br wo.com wol.be wol.net.pk wolke7.net wonder.ocn.ne.jp wooow.it
        woosh.net.nz workwise.net.au world-net.co.nz worldcall.com.pk worldcall.net.pk worldlink.com.np worldmail.nl worldonline.com.za
        worldtelecom.jp wow.net wp.eu wr.com.au wretch.cc wtmeca.net wx.dk wxc.co.nz xaker.ru xalapa.mx xfone.net.il xl.wp.pl xms.com.br
        xmsnet.nl xmsweb.nl xnet.co.nz xnet.is xpoint.at xter.net xtra.com.au xuite.net ya.com.ru ya.es yaani.net yabdex.ru yacom.es
        yallo.ch yalta.ru yam.com ybb.jp ycn.com yeah.com yebo.co.za yemen.net.ye yes.my yk.commufa.jp yoafrica.com you.in youfone.nl
        youseebredband.dk youtele.com yucom.be yunord.net za.ztv.ne.jp zahav.com zahav.com.ua zain.bh zain.jo zain.kw zajil.com zajil.net
        zalaszam.hu zamnet.zm zamtel.zm zanlink.com zapakmail.com zapp.ch zapp.ro zaytona.com zaz.net.br zcp.bf zd.htnet.hr zd.t-com.hr
        zebra.se zelkanet.hu zen.co.uk zeop.re zero.ad.jp zeta.org.au zeta.telenordia.se zeus.eonet.ne.jp zfree.co.nz zg.htnet.hr
        zigzag.pl zip.co.nz zip.com.au zipmail.com zipnet.com.gh zipworld.com.au zj.com zm.sk zmail.ru zn.ua zodiak.com.pl
        zohomail.in zol.co.zw zonmail.nl zoom.co.uk zoominternet.net zoznam.com zsd.co.za ztv.ne.jp zuku.co.ke zuper.net zwallet.com
        zzz.com.cn
        sinaman.com pldt.net magicnet.mn mol.mn parsonline.com datafull.com star.com.pe ecuanet.com wol.co.za hyperia.com ghana.com ghanatel.com.gh
        creolink.net malawi.net globemw.net multimedia.pl data.bg madnet.rs abissnet.com.al mtc.md moldova.md mdl.net lanet.ua chat.ru gol.ge
        navigators.lv bkkfiber.no loqal.no mvb.net allt2.se utfors.se anvianet.fi dlc.fi phpoint.fi olivant.fo kallnet.fo greennet.gl
        12move.nl caiw.nl bart.nl cambrium.nl tref.nl interstroom.nl freedom.nl onsnetnuenen.nl accesscomm.ca cyberus.ca cruzio.com
        calweb.com cogeco.com interlog.com istar.ca intergate.ca nucleus.com start.ca vmedia.ca tcc.on.ca ssimicro.com mediom.com
        redshift.com inreach.com onemain.com ozarks.com direcway.com direcpc.com bellsouth.cl wmconnect.com valornet.com lvcm.com
        penn.com alltele.se ownit.se ekeronet.se gotanet.se mbox.se umea.com ume.nu sverige.nu sundsvall.com city.dk fullrate.dk
        altibox.dk altibox.no lyse.no getbox.no get.no icenet.no hamarnett.no neanett.no numedalsnett.com vkbb.no nktv.no hallingnett.no
        tussa.com nextgentel.com enitel.no homebase.no lounea.fi mpoli.fi kymp.fi lapinnetti.fi seutuposti.fi salonseutu.fi nbl.fi
        hukassa.com simi.is hive.is itn.is eyjar.is tarr.hu tarrnet.hu datanet.hu opticon.hu netquick.hu netposta.hu pannoncom.hu rds.ro
        ines.ro b-astral.ro apropo.ro acasa.ro go.ro astralnet.ro megalan.bg bitex.bg escom.bg digsys.bg flash.gr groovy.gr tportal.hr
        ario.si kks.si ena.si kate.si haloo.ba zona.ba miks.ba blizoo.mk junik.lv baltcom.lv cgates.lt penki.lt roventa.lt kli.lt
        omsktown.ru omskcity.com samtel.ru jeo.ru donpac.ru moris.ru ufanet.ru raid.ru khv.ru zebra.ru rol.ru hotbox.ru valley.ru
        adamant.ua bk.ua list.ua list.uz sarkor.com itte.kz azintex.com wateen.pk witribe.pk qubee.com.pk dhakacom.com banglalion.com.bd
        ccsl.com.np bayantel.com.ph comclark.com convergeict.com iphone.ph cjhello.com dlive.kr sinatown.com itisaluna.iq fusion.ps
        rcl.nig.com infoweb.com.ng swiftuganda.com habari.co.tz telma.mg cvmovel.cv liptinfor.bf p-ol.com afnet.net nashuaisp.co.za
        wandata.com coolideas.co.za wam.co.za digicelhaiti.com flowtt.com bmobile.co.tt visionair.aw telcell.an uts.cw tci.tc
        telviso.com.ar gigared.com.ar nodosud.com.ar arlinkbbt.com.ar multicanal.com.ar tigostar.cr tigo.com.py tigo.com.bo wind.com.do
        virtua.com.br netvision.com.br elogica.com.br pro.via-rs.com.br unifique.com.br mundopacifico.cl gmail.it gmail.pl gmail.cz
        gmail.ro gmail.hu gmail.hr gmail.sk gmail.lt gmail.lv gmail.ee gmail.fi gmail.rs gmail.com.br gmail.com.tr gmail.co.in
        gmail.co.za gmail.com.vn gmail.cl citykom.de nefkom.info quix.de callino.de heagmedia.de inka.de nikoma.de swn-nett.de ish.de
        ginko.de kobold.de comundo.de provi.de talknet.de germanynet.de loop.de sbg.at hot.at speed.at yline.com asak.at cosys.at
        almtal.net datazug.ch intergga.ch sasag.ch swix.ch ggs.ch urbanet.ch cybernet.ch tvt.ch flashnet.it nettuno.it galileus.it
        timenet.it isiline.it estracom.it micso.it konverto.eu rete039.it tuttogratis.it simyo.es lowi.es yoigo.com olivenet.es
        retecal.es ctv.es able.es oni.pt oniduo.pt zon.pt nowo.pt ifrance.com lavache.com multimania.com k-net.fr homechoice.co.uk
        hyperoptic.com gigaclear.com aaisp.net.uk eidosnet.co.uk tinyworld.co.uk o2.ie ntlworld.ie one.net.au virtual.net.au
        wideband.net.au westpc.com.au sympac.com.au ozdocs.net.au ains.net.au hyper.net.nz globe.net.nz deepsouth.co.nz bigpipe.co.nz
        ruralink.co.nz can.nc tv-nc.nc vini.pf oyster.net.ck csl.ws wantok.vu
        """
}
