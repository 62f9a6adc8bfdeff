/// Domains of mail and access providers whose addresses belong to private persons.
///
/// Written for this project from general knowledge. Providers that also employ people under the same domain stand in `DualUseDomains`.
enum ConsumerDomains {
    /// Providers with a domain in many countries: `hotmail.fr`, `yahoo.co.jp`, `gmx.at`.
    static let families = WordTable(
        """
        hotmail live outlook msn yahoo ymail rocketmail gmx yandex aol tutanota lycos windowslive googlemail icloud protonmail mail email inbox
        freemail webmail mailbox tiscali wanadoo chello upcmail africaonline worldonline btinternet mailcity hushmail zohomail gawab
        """
    )

    /// The domains.
    static let text = """
        gmail.com googlemail.com yahoo.com ymail.com rocketmail.com myyahoo.com geocities.com aim.com wow.com games.com
        netscape.net compuserve.com cs.com hotmail.com live.com outlook.com msn.com windowslive.com passport.com icloud.com me.com
        mac.com
        gmx.com gmx.net mail.com inbox.com zohomail.com zohomail.eu lycos.com excite.com juno.com netzero.net netzero.com usa.net
        hushmail.com hush.com hush.ai safe-mail.net lavabit.com mailfence.com runbox.com countermail.com disroot.org riseup.net
        ctemplar.com
        startmail.com posteo.net posteo.at posteo.ch posteo.eu posteo.org posteo.us tuta.com tuta.io tutamail.com tutanota.com
        tutanota.de
        keemail.me pm.me protonmail.ch vivaldi.net operamail.com fastmail.net fastmail.us fastmail.co.uk
        fastmail.com.au fastmail.de fastmail.jp fastmail.org fastmail.to imap.cc imapmail.org mailbolt.com mailcan.com sent.com sent.at
        messagingengine.com eml.cc fmail.co.uk fastimap.com internet-mail.org speedymail.org warpmail.net xsmail.com ftml.net
        150mail.com
        hailmail.net letterboxes.org mm.st myfastmail.com pobox.com proinbox.com promessage.com ml1.net nospammail.net 123mail.org
        mail2world.com email.com usa.com europe.com asia.com post.com consultant.com engineer.com lawyer.com accountant.com techie.com
        iname.com myself.com dr.com doctor.com writeme.com cheerful.com contractor.net execs.com programmer.net activist.com adexec.com
        africamail.com allergist.com alumnidirector.com angelic.com appraiser.net archaeologist.com arcticmail.com artlover.com
        asia-mail.com atheist.com auctioneer.net australiamail.com bartender.net bikerider.com birdlover.com brew-master.com
        brew-meister.com
        californiamail.com caress.com catlover.com chef.net chemist.com chinamail.com clerk.com clubmember.org collector.org
        columnist.com
        comic.com computer4u.com coolsite.net counsellor.com cutey.com cyber-wizard.com cyberdude.com cybergal.com cyberservices.com
        dallasmail.com deliveryman.com diplomats.com disciples.com discofan.com doglover.com doramail.com dublin.com
        dutchmail.com earthling.net elvisfan.com englandmail.com europemail.com fan.com fastservice.com financier.com fireman.net
        galaxyhit.com gardener.com geologist.com germanymail.com graduate.org graphic-designer.com groupmail.com hackermail.com
        hairdresser.net hilarious.com homemail.com hot-shot.com housemail.com humanoid.net
        innocent.com inorbit.com instructor.net insurer.com irelandmail.com italymail.com journalist.com
        keromail.com kittymail.com koreamail.com legislator.com linuxmail.org lobbyist.com london.com loveable.com lovecat.com
        mad.scientist.com
        mailasia.com mailpuppy.com marchmail.com mindless.com minister.com mexicomail.com moscowmail.com munich.com musician.org
        muslim.com
        null.net nycmail.com optician.com orthodontist.net pacific-ocean.com pacificwest.com pediatrician.com
        petlover.com photographer.net physicist.net planetmail.com planetmail.net polandmail.com politician.com popstar.com
        presidency.com
        priest.com publicist.com qualityservice.com radiologist.net ravemail.com realtyagent.com registerednurses.com reborn.com
        religious.com repairman.com representative.com rescueteam.com rockfan.com rome.com royal.net russiamail.com
        safrica.com saintly.com salesperson.net samerica.com sanfranmail.com scientist.com scotlandmail.com secretary.net
        socialworker.net sociologist.com solution4u.com songwriter.net spainmail.com surgical.net swedenmail.com swissmail.com
        teachers.org
        tech-center.com theplate.com therapist.net toke.com toothfairy.com torontomail.com tvstar.com umpire.com uymail.com
        worker.com
        comcast.net verizon.net att.net sbcglobal.net bellsouth.net ameritech.net pacbell.net swbell.net snet.net nvbell.net prodigy.net
        flash.net cox.net charter.net spectrum.net roadrunner.com rr.com twc.com brighthouse.com bresnan.net optonline.net optimum.net
        suddenlink.net cableone.net sparklight.net mediacombb.net mchsi.com frontiernet.net windstream.net centurylink.net
        centurytel.net embarqmail.com qwest.net q.com mindspring.com peoplepc.com erols.com rcn.com wowway.com wowway.net knology.net
        tds.net cincinnati.rr.com fuse.net zoomtown.com hughes.net wildblue.net hawaiiantel.net gci.net mtaonline.net consolidated.net
        ptd.net epix.net atlanticbb.net metrocast.net ymail.net buckeye-express.com insightbb.com adelphia.net speakeasy.net sonic.net
        pacbell.com worldnet.att.net mail.usa.net hawaii.rr.com googlefiber.net ix.netcom.com netcom.com nc.rr.com austin.rr.com
        sympatico.ca bell.net shaw.ca rogers.com telus.net videotron.ca cogeco.ca cogeco.net eastlink.ca mts.net mymts.net sasktel.net
        nb.sympatico.ca ns.sympatico.ca nbnet.nb.ca nf.sympatico.ca nl.rogers.com aliant.net bellaliant.net tbaytel.net execulink.com
        xplornet.com xplornet.ca teksavvy.com distributel.net primus.ca magma.ca vianet.ca oricom.ca globetrotter.net
        prodigy.net.mx infinitum.com.mx cablevision.net.mx megared.net.mx axtel.net izzi.mx
        btinternet.com btopenworld.com btconnect.com talk21.com ntlworld.com virginmedia.com virgin.net blueyonder.co.uk telewest.co.uk
        cableinet.co.uk talktalk.net talktalk.co.uk tiscali.co.uk lineone.net onetel.com onetel.net.uk freeserve.co.uk fsnet.co.uk
        fsbusiness.co.uk fsworld.co.uk wanadoo.co.uk orange.net orangehome.co.uk plus.com plus.net force9.co.uk madasafish.com
        demon.co.uk pipex.com dsl.pipex.com dial.pipex.com globalnet.co.uk supanet.com o2email.co.uk uwclub.net toucansurf.com
        ukonline.co.uk uk2.net mail.co.uk post.co.uk another.com tesco.net waitrose.com care4free.net homecall.co.uk
        phonecoop.coop btclick.com clara.co.uk clara.net cwcom.net gmx.co.uk eclipse.co.uk nildram.co.uk
        manx.net cwgsy.net jerseymail.co.uk
        eircom.net indigo.ie iol.ie oceanfree.net iolfree.ie utvinternet.com gofree.indigo.ie upcmail.ie
        web.de t-online.de freenet.de arcor.de arcor.net alice-dsl.de alice-dsl.net alice.de hansenet.de vodafonemail.de kabelmail.de
        unitybox.de unity-mail.de online.de onlinehome.de email.de directbox.com kabelbw.de versanet.de versatel.de ewetel.net
        ewe.net osnanet.de netcologne.de mnet-mail.de mnet-online.de m-online.net tele2.de tiscali.de nexgo.de addcom.de surfeu.de
        firemail.de firemail.eu smart-mail.de mail.de mail-buero.de posteo.de emailn.de epost.de planet-interkom.de callnetwork.de
        okay.net
        compuserve.de cityweb.de ngi.de snafu.de koeln.de tonline.de gmxpro.de
        gmxpro.net swissonline.de lycos.de o2mail.de o2online.de genion.de maxi-dsl.de superkabel.de htp-tel.de wtnet.de teleos-web.de
        magenta.de magentacloud.de systemli.org mailo.com jpberlin.de inode.at
        aon.at chello.at utanet.at tele2.at liwest.at a1.net kabsi.at vol.at gmx.at sil.at kabelplus.at
        bluewin.ch bluemail.ch swissonline.ch hispeed.ch sunrise.ch freesurf.ch tiscali.ch quickline.ch quicknet.ch greenmail.ch
        vtxmail.ch
        vtxnet.ch citycable.ch datacomm.ch besonet.ch ggaweb.ch gmx.ch mail.ch hotmail.ch romandie.com upcmail.ch teleport.ch
        bluewin.com swissmail.org immerda.ch
        orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr cegetel.net club-internet.fr 9online.fr 9business.fr bbox.fr
        numericable.fr
        noos.fr aliceadsl.fr alice.fr libertysurf.fr voila.fr caramail.com caramail.fr aol.fr dbmail.com estvideo.fr evc.net gmx.fr
        hotmail.fr infonie.fr mageos.com nordnet.fr online.fr ozone.net tele2.fr tiscali.fr freesbee.fr worldonline.fr wibox.fr
        zaclys.net
        ac-mail.fr modulonet.fr mailoo.org netcourrier.com net-c.com net-c.fr iquebec.com francite.com nerim.net sosh.fr lilo.org
        cario.fr
        libertysurf.com mediaserv.net canl.nc lagoon.nc mls.nc mail.pf
        telenet.be skynet.be proximus.be belgacom.net scarlet.be brutele.be tvcablenet.be pandora.be advalvas.be swing.be
        versateladsl.be tiscali.be edpnet.be dommel.be orange.be
        pt.lu internet.lu vo.lu tango.lu luxweb.lu
        ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl upcmail.nl chello.nl home.nl hetnet.nl casema.nl quicknet.nl wanadoo.nl
        tele2.nl online.nl zonnet.nl versatel.nl telfort.nl telfortglasvezel.nl caiway.nl caiway.net kabelfoon.nl kabelfoon.net
        zeelandnet.nl zeggis.nl multiweb.nl onsbrabantnet.nl onsnet.nl orange.nl tiscali.nl freeler.nl wxs.nl dds.nl euronet.nl
        ision.nl concepts.nl vodafonevast.nl ziggomail.com upc.nl scarlet.nl cistron.nl worldonline.nl
        libero.it virgilio.it tin.it alice.it tim.it tiscali.it tiscalinet.it inwind.it iol.it blu.it fastwebnet.it email.it
        interfree.it
        katamail.com kataweb.it supereva.it jumpy.it hotmail.it teletu.it tele2.it vodafone.it wind.it infostrada.it
        aliceposta.it clubnautilus.it ciaoweb.it
        dada.it freemail.it lillinet.org mclink.it micso.net mail.it outlook.it
        telefonica.net movistar.es terra.es orange.es wanadoo.es ya.com jazztel.es jazzfree.com eresmas.com eresmas.net auna.com
        mundo-r.com euskaltel.net telecable.es arrakis.es retemail.es ole.com latinmail.com hispavista.com mixmail.com vodafone.es
        correo.es hotmail.es andorra.ad telecable.net
        sapo.pt mail.telepac.pt telepac.pt netcabo.pt clix.pt iol.pt oninet.pt portugalmail.pt portugalmail.com netvisao.pt vodafone.pt
        kanguru.pt zonmail.pt aeiou.pt
        otenet.gr forthnet.gr hol.gr in.gr pathfinder.gr mail.gr freemail.gr cosmotemail.gr windowslive.gr tellas.gr vivodi.gr yahoo.gr
        cytanet.com.cy primehome.com cablenet.com.cy onvol.net maltanet.net go.net.mt waldonet.net.mt
        telia.com tele2.se bredband.net bredband2.com comhem.se spray.se swipnet.se home.se passagen.se hem.utfors.se algonet.se
        glocalnet.net ownit.nu tyfonmail.se mailbox.swipnet.se live.se hotmail.se ymail.se brevet.se
        mail.dk jubii.dk stofanet.dk tdcadsl.dk get2net.dk cybercity.dk ofir.dk mail.tele.dk post.tele.dk youmail.dk
        post1.tele.dk webspeed.dk wanadoo.dk forum.dk sol.dk altiboxmail.dk fibermail.dk profibermail.dk privat.dk post.cybercity.dk
        vip.cybercity.dk email.dk mailme.dk kabelmail.dk bolignet-aarhus.dk oncable.dk youseepost.dk
        online.no frisurf.no broadpark.no getmail.no c2i.net start.no lyse.net altibox.no chello.no powertech.no sensewave.com tele2.no
        hotmail.no live.no altiboxmail.no nextgentel.no bluezone.no haugnett.no eidsiva.net epost.no enivest.net tussa.no
        saunalahti.fi kolumbus.fi elisanet.fi suomi24.fi luukku.com pp.inet.fi inet.fi dnainternet.net dnainternet.fi
        netti.fi phnet.fi mbnet.fi jippii.fi welho.com surffi.fi kotiposti.net pp.nic.fi kotinet.com mail.suomi.net
        simnet.is internet.is talnet.is hringdu.is
        mail.ee hot.ee neti.ee online.ee starman.ee inbox.lv apollo.lv one.lv e-apollo.lv inbox.lt one.lt takas.lt
        zebra.lt
        mail.lt yahoo.lt centras.lt
        wp.pl o2.pl interia.pl interia.eu interia.com onet.pl onet.eu onet.com.pl op.pl poczta.onet.pl poczta.onet.eu vp.pl autograf.pl
        buziaczek.pl amorki.pl opoczta.pl spoko.pl tlen.pl go2.pl prokonto.pl gazeta.pl poczta.fm int.pl intmail.pl neostrada.pl
        tenbit.pl vip.onet.pl aster.pl upcpoczta.pl chello.pl toya.net.pl poczta.interia.pl idsl.pl
        republika.pl konto.pl 1gb.pl adres.pl pacz.to ezi.pl
        seznam.cz email.cz post.cz spoluzaci.cz centrum.cz volny.cz atlas.cz tiscali.cz quick.cz iol.cz razdva.cz o2active.cz upcmail.cz
        mail.cz klikni.cz vol.cz worldonline.cz wo.cz
        azet.sk zoznam.sk centrum.sk post.sk pobox.sk szm.sk atlas.sk orangemail.sk stonline.sk t-zones.sk mail.t-com.sk chello.sk
        mail.telekom.sk upcmail.sk inmail.sk pokec.sk
        freemail.hu citromail.hu t-online.hu indamail.hu upcmail.hu chello.hu vipmail.hu mailbox.hu invitel.hu digikabel.hu vnet.hu
        axelero.hu hdsnet.hu mail.datanet.hu enternet.hu externet.hu pr.hu tvnetwork.hu fibermail.hu
        siol.net email.si volja.net t-2.net amis.net telemach.net gmail.si telemach.si s5.net
        net.hr inet.hr t-com.hr hi.t-com.hr zg.t-com.hr optinet.hr vip.hr iskon.hr globalnet.hr xnet.hr
        eunet.rs sbb.rs verat.net ptt.rs open.telekom.rs neobee.net beotel.net sezampro.rs yubc.net ikomline.net
        bih.net.ba teol.net blic.net t-com.me mtel.ba lol.ba t-home.mk t.mk unet.com.mk abcom.al albaniaonline.net
        abv.bg mail.bg dir.bg gbg.bg gyuvetch.bg mail.orbitel.bg spnet.net
        clicknet.ro rdslink.ro rdsnet.ro home.ro personal.ro email.ro k.ro xnet.ro fx.ro upcmail.ro zappmobile.ro b.astral.ro mail.md
        mail.ru inbox.ru list.ru bk.ru internet.ru xmail.ru yandex.ru yandex.com ya.ru narod.ru rambler.ru lenta.ru ro.ru
        autorambler.ru myrambler.ru rambler.ua hotbox.ru pochta.ru fromru.com front.ru krovatka.su land.ru mail15.com mail333.com
        newmail.ru nm.ru nightmail.ru nxt.ru pisem.net pop3.ru rbcmail.ru smtp.ru e-mail.ru mail.com.ru km.ru aport.ru mtu-net.ru
        ukr.net i.ua meta.ua bigmir.net email.ua online.ua mail.ua ua.fm 3g.ua ukrpost.net ukrpost.ua yandex.ua tut.by
        yandex.by mail.by open.by yandex.kz mail.kz inbox.kz
        sarkor.uz umail.uz mail.uz posta.ge caucasus.net mail.am freenet.am netsys.am mail.az box.az
        mynet.com superonline.com ttmail.com ttnet.net.tr e-kolay.net hotmail.com.tr tnn.net kablonet.com.tr yaani.com
        walla.co.il walla.com bezeqint.net netvision.net.il 012.net.il zahav.net.il 013.net nana.co.il nana10.co.il barak.net.il
        inter.net.il
        smile.net.il netvision.co.il
        emirates.net.ae eim.ae maktoob.com batelco.com.bh qatar.net.qa kuwait.net qualitynet.net omantel.net.om
        nesma.net.sa sahara.com.sa cyberia.net.lb inco.com.lb idm.net.lb terra.net.lb sodetel.net.lb go.com.jo tedata.net.eg
        gnet.tn planet.tn menara.ma iam.net.ma djaweb.dz caramail.dz gawab.com
        mweb.co.za telkomsa.net vodamail.co.za iafrica.com webmail.co.za absamail.co.za lantic.net polka.co.za saol.com tiscali.co.za
        worldonline.co.za xsinet.co.za cybersmart.co.za axxess.co.za isat.co.za icon.co.za ananzi.co.za
        kenyaweb.com wananchi.com africaonline.co.ke intnet.mu myt.mu sentoo.sn aviso.ci
        rediffmail.com rediff.com indiatimes.com sify.com vsnl.com vsnl.net bsnl.in bsnl.co.in mtnl.net.in airtelmail.in
        dataone.in satyam.net.in eth.net sancharnet.in mail.co.in yahoo.co.in xtremail.com zapak.com lycos.co.in
        sltnet.lk eureka.lk dialogsl.net wlink.com.np mos.com.np cyber.net.pk brain.net.pk ptcl.net.pk
        bol-online.com bttb.net.bd citechco.net dhaka.net
        qq.com foxmail.com vip.qq.com 163.com vip.163.com 126.com yeah.net 188.com sina.com sina.cn sina.com.cn
        vip.sina.com vip.sina.cn sohu.com vip.sohu.com tom.com vip.tom.com 21cn.com 21cn.net 139.com 189.cn wo.cn wo.com.cn aliyun.com
        263.net 263.net.cn x263.net chinaren.com eyou.com citiz.net sogou.com hainan.net public.bta.net.cn online.sh.cn
        188.net hongkong.com netvigator.com hkbn.net i-cable.com ctimail3.com hutchcity.com
        hinet.net ms1.hinet.net msa.hinet.net pchome.com.tw seed.net.tw giga.net.tw so-net.net.tw so-net.tw url.com.tw kimo.com
        yahoo.com.tw tpts5.seed.net.tw anet.net.tw macau.ctm.net
        naver.com daum.net hanmail.net kakao.com nate.com empas.com empal.com chol.com dreamwiz.com hanafos.com hitel.net
        lycos.co.kr paran.com freechal.com netian.com unitel.co.kr hanmir.com nownuri.net
        docomo.ne.jp ezweb.ne.jp softbank.ne.jp softbank.jp i.softbank.jp vodafone.ne.jp willcom.com wcm.ne.jp
        pdx.ne.jp uqmobile.jp ymobile.ne.jp y-mobile.ne.jp ymobile1.ne.jp yahoo.co.jp ybb.ne.jp nifty.com nifty.ne.jp ocn.ne.jp
        so-net.ne.jp biglobe.ne.jp plala.or.jp dion.ne.jp infoweb.ne.jp odn.ne.jp asahi-net.or.jp sannet.ne.jp excite.co.jp
        mail.goo.ne.jp goo.jp infoseek.jp eonet.ne.jp zaq.ne.jp zaq.jp jcom.home.ne.jp jcom.zaq.ne.jp
        commufa.jp tiki.ne.jp hi-ho.ne.jp ksky.ne.jp wakwak.com interlink.or.jp iijmio-mail.jp iij4u.or.jp auone-net.jp auone.jp
        bb.banban.jp ae.auone-net.jp kcn.jp gol.com tcp-ip.or.jp rurbannet.ne.jp cnc.jp
        singnet.com.sg starhub.net.sg pacific.net.sg mystarhub.com.sg tm.net.my streamyx.com jaring.my unifi.my time.net.my pd.jaring.my
        telkom.net indosat.net.id cbn.net.id centrin.net.id plasa.com plasa.co.id indo.net.id rad.net.id
        pldtdsl.net pacific.net.ph skyinet.net info.com.ph mozcom.com thaimail.com hotmail.co.th truemail.co.th loxinfo.co.th
        cscoms.com ksc.th.com asianet.co.th vnn.vn hcm.vnn.vn hn.vnn.vn fmail.vn saigonnet.vn online.com.kh
        bigpond.com bigpond.net.au bigpond.com.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net
        westnet.com.au ozemail.com.au dodo.com.au aapt.net.au netspace.net.au exemail.com.au iprimus.com.au primus.com.au
        ihug.com.au chariot.net.au arach.net.au hotkey.net.au aussiebb.com.au aussiebroadband.com.au virginbroadband.com.au
        y7mail.com people.net.au bluebottle.com myplace.net.au activ8.net.au
        xtra.co.nz slingshot.co.nz orcon.net.nz paradise.net.nz clear.net.nz ihug.co.nz vodafone.co.nz vodafone.net.nz actrix.co.nz
        actrix.gen.nz snap.net.nz inspire.net.nz 2degrees.nz 2degreesbroadband.co.nz maxnet.co.nz farmside.co.nz woosh.co.nz
        callplus.net.nz kinect.co.nz ps.gen.nz vodafone.com.fj connect.com.fj
        uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br superig.com.br ibest.com.br pop.com.br
        zipmail.com.br click21.com.br brturbo.com.br veloxmail.com.br zaz.com.br ymail.com.br itelefonica.com.br
        netsite.com.br matrix.com.br onda.com.br sercomtel.com.br via-rs.net
        fibertel.com.ar arnet.com.ar ciudad.com.ar speedy.com.ar infovia.com.ar uolsinectis.com.ar sinectis.com.ar fullzero.com.ar
        tutopia.com telecentro.com.ar netizen.com.ar velocom.com.ar
        vtr.net entelchile.net terra.cl 123.cl manquehue.net tie.cl terra.com.pe speedy.com.pe ec-red.com
        andinanet.net punto.net.ec cantv.net movistar.net.ve telcel.net.ve etb.net.co une.net.co epm.net.co
        emcali.net.co tutopia.com.co cable.net.co adinet.com.uy montevideo.com.uy vera.com.uy internet.com.uy
        entelnet.bo cotas.com.bo acelerate.com racsa.co.cr amnet.co.cr cableonda.net cwpanama.net tricom.net codetel.net.do
        coqui.net caribe.net onelinkpr.net libertypr.net cwjamaica.com tstt.net.tt sunbeach.net caribsurf.com enet.cu nauta.cu
        """
}
