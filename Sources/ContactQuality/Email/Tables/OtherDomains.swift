/// Domains of forwarding services that hide the address behind an alias. Written for this project.
enum RelayDomains {
    /// The domains.
    static let text = """
        privaterelay.appleid.com users.noreply.github.com noreply.github.com users.noreply.gitlab.com duck.com mozmail.com relay.firefox.com
        simplelogin.com simplelogin.co simplelogin.fr simplelogin.io slmail.me slmails.com aleeas.com silomails.com 8alias.com 8shield.net
        dralias.com passmail.net passmail.com passinbox.com passfwd.com anonaddy.com anonaddy.me addy.io addymail.com 4wrd.cc mailer.me
        reply.craigslist.org reply.linkedin.com marketplace.amazon.com members.ebay.com guest.booking.com reply.airbnb.com
        erine.email spamgourmet.com 33mail.com burnermail.io inboxalias.com ivmail.com opayq.com abine.com fwd.email
        hidemyemail.icloud.com reply.facebook.com emailprivacy.com whoisprivacyprotect.com contactprivacy.com domainsbyproxy.com
        withheldforprivacy.com privacyguardian.org firefox.relay.com starmail.net
        """
}

/// Domains of services for throw-away addresses. Written for this project; the best known ones.
enum DisposableDomains {
    /// The domains.
    static let text = """
        mailinator.com mailinator.net mailinator2.com reallymymail.com binkmail.com suremail.info bobmail.info chammy.info devnullmail.com
        guerrillamail.com guerrillamail.net guerrillamail.org guerrillamail.biz guerrillamail.de guerrillamail.info guerrillamailblock.com
        sharklasers.com grr.la pokemail.net spam4.me 10minutemail.com 10minutemail.net 10minutemail.org 10minutemail.de 10minemail.com
        20minutemail.com 20minutemail.it 30minutemail.com 10mail.org temp-mail.org temp-mail.io temp-mail.ru tempmail.com tempmail.net
        tempmail.de tempmail.plus tempmailo.com tempmailaddress.com tempail.com tempr.email tempinbox.com tempemail.co tempemail.net
        minutemail.io moakt.com moakt.cc mohmal.com yopmail.com yopmail.fr yopmail.net cool.fr.nf jetable.fr.nf jetable.com jetable.net
        jetable.org courriel.fr.nf trashmail.com trashmail.de trashmail.net trashmail.org trashmail.me trashmail.ws trash-mail.com
        trash-mail.de trash-mail.at wegwerfmail.de wegwerfmail.net wegwerfmail.org wegwerfemail.de wegwerf-email.de wegwerf-emails.de
        wegwerfadresse.de einmalmail.de einmal-mail.de spoofmail.de muellmail.com muell.email byom.de discard.email discardmail.com
        discardmail.de spambog.com spambog.de spambog.ru kurzepost.de objectmail.com proxymail.eu rcpt.at trash2009.com
        getnada.com nada.email nada.ltd inboxkitten.com dispostable.com maildrop.cc mailnesia.com mailcatch.com mailnull.com mailexpire.com
        mailforspam.com mailmoat.com mailnator.com mailtemp.info mailsac.com mailpoof.com mailtothis.com meltmail.com mintemail.com
        mt2015.com mytemp.email mytrashmail.com nospamfor.us nowmymail.com owlymail.com filzmail.com fakeinbox.com fakemail.net
        fakemailgenerator.com fake-mail.net armyspy.com cuvox.de dayrep.com einrot.com fleckens.hu gustr.com jourrapide.com rhyta.com
        superrito.com teleworm.us throwawaymail.com throwaway.email throwam.com emailondeck.com emailfake.com email-fake.com
        emailtemporanea.com
        emailtemporanea.net emailtemporario.com.br generator.email getairmail.com crazymailing.com deadaddress.com despam.it dodgeit.com
        dropmail.me 10mail.info eyepaste.com harakirimail.com incognitomail.com incognitomail.org jnxjn.com linshiyouxiang.net luxusmail.org
        mail-temp.com mail-temporaire.fr mailbox92.biz mailtemporaire.com mvrht.net nwytg.com oneoffemail.com one-time.email safetymail.info
        sofort-mail.de sogetthis.com soodonims.com spamavert.com spambox.us spamex.com spamfree24.org spamhereplease.com spamhole.com
        spaml.com spamspot.com thankyou2010.com tmail.ws tmailinator.com tmpmail.org tmpmail.net tmpeml.com tradermail.info
        veryrealemail.com wh4f.org zetmail.com zoemail.org 1secmail.com 1secmail.org 1secmail.net esiix.com wwjmp.com vddaz.com
        xojxe.com yoggm.com burnermail.com mailsucker.net anonbox.net mail.tm mail.gw nwytg.net 24mail.chacuo.net hidemail.de smashmail.de
        vomoto.com
        """
}

/// Domains of professional associations and communities that give their members addresses. Written for this project.
enum AssociationDomains {
    /// The domains.
    static let text = """
        iabc.com ifma.org nspe.org icom.museum spie.org aes.org iop.org rsc.org osa.org optica.org geosociety.org agu.org apa.org ieee-pes.org
        ashrae.org nacd.org naea.co.uk imcnet.org fei.org finex.org ifac.org theiia.org iia.org.uk acfe.com acams.org afponline.org treasurers.org
        cisi.org cii.co.uk actuaries.org.uk actuaries.org soa.org casact.org bar.org.uk barcouncil.org.uk ibanet.org rae.org gmc-uk.org iosh.com
        ciwem.org icheme.org iom3.org imarest.org raes.org aiaa.org sae.org awwa.org wef.org iwa-network.org asis.org asisonline.org atd.org
        ewri.org mathunion.org ams.org.uk lms.ac.uk openstreetmap.org
        acm.org ieee.org computer.org comsoc.org ieee.ca ieee.es ieee.it iet.org theiet.org imeche.org ice.org.uk istructe.org bcs.org
        bcs.org.uk asme.org asce.org aiche.org acs.org aps.org aip.org aaas.org ams.org siam.org usenix.org informs.org iiba.org
        pmi.org cfainstitute.org aicpa.org acca.org accaglobal.com aiha.org aia.org riba.org rics.org ciob.org cipd.org cim.org cipr.co.uk
        cipfa.org icaew.com icas.com shrm.org isaca.org isc2.org toastmasters.org rotary.org lions.org americanbar.org abanet.org
        lawsociety.org.uk lawsociety.ie bma.org.uk ama-assn.org rcsi.ie rcp.ac.uk gi.de vdi.de vde.com dpg-mail.de anwaltverein.de
        sia.ch stv.ch ordineavvocati.it ordineavvocatiroma.org pec.ording.roma.it coiim.es coit.es icab.cat ordemengenheiros.pt oa.pt
        kivi.nl kiviniria.nl advocatenorde.nl sivilingenior.no ida.dk tek.fi iki.fi
        debian.org gnu.org fsf.org kernel.org apache.org freebsd.org netbsd.org openbsd.org gnome.org kde.org gentoo.org archlinux.org
        fedoraproject.org opensuse.org python.org php.net perl.org cpan.org gnupg.net ccc.de eff.org well.com
        users.sourceforge.net mensa.org mensa.de scouting.org freemasons.org lugs.ch ieee-ras.org member.fsf.org
        """
}

/// Schools and universities that no rule of shape recognises. Written for this project.
enum SchoolDomains {
    /// Suffixes and labels that tell a school by themselves are in `SchoolShape`; here are the others.
    static let text = """
        ethz.ch epfl.ch uzh.ch unibas.ch unibe.ch unige.ch unil.ch unine.ch unifr.ch unilu.ch unisg.ch usi.ch zhaw.ch zhdk.ch fhnw.ch
        hslu.ch bfh.ch ost.ch hes-so.ch heig-vd.ch supsi.ch phzh.ch fhgr.ch
        lmu.de tum.de kit.edu fu-berlin.de hu-berlin.de rwth-aachen.de zu.de whu.edu whu.de esmt.org frankfurt-school.de hhl.de leuphana.de
        bucerius.law jacobs-university.de srh.de fernuni-hagen.de fom.de iu.org ebs.edu hertie-school.org rub.de fau.de ovgu.de jku.at
        wu.ac.at unibw.de hpi.de hpi.uni-potsdam.de
        kuleuven.be ugent.be uclouvain.be ulb.be ulb.ac.be vub.be vub.ac.be uantwerpen.be uliege.be ulg.ac.be umons.be unamur.be uhasselt.be
        vlerick.com howest.be hogent.be
        tudelft.nl uva.nl vu.nl uu.nl rug.nl leidenuniv.nl tue.nl utwente.nl ru.nl eur.nl wur.nl maastrichtuniversity.nl
        tilburguniversity.edu
        rsm.nl nyenrode.nl hva.nl hu.nl hr.nl han.nl fontys.nl saxion.nl ou.nl avans.nl hhs.nl
        uni.lu au.dk ku.dk dtu.dk cbs.dk sdu.dk aau.dk ruc.dk itu.dk via.dk
        kth.se lu.se uu.se su.se gu.se chalmers.se liu.se umu.se ki.se slu.se hhs.se ltu.se mau.se hj.se lnu.se oru.se kau.se
        ntnu.no uio.no uib.no uit.no uis.no uia.no nhh.no bi.no oslomet.no nmbu.no hvl.no
        aalto.fi helsinki.fi tuni.fi tut.fi uta.fi utu.fi oulu.fi jyu.fi uef.fi lut.fi hanken.fi abo.fi metropolia.fi haaga-helia.fi
        hi.is ru.is ut.ee taltech.ee ttu.ee tlu.ee lu.lv rtu.lv vu.lt ktu.lt vilniustech.lt
        polimi.it polito.it unibo.it unimi.it unimib.it uniroma1.it uniroma2.it uniroma3.it unipd.it unipi.it unito.it unina.it unifi.it
        unige.it unibocconi.it luiss.it unive.it univr.it unitn.it units.it uniud.it unimore.it unipr.it unipv.it unisi.it uniba.it unict.it
        unipa.it unica.it unisa.it unical.it unicatt.it sns.it sissa.it santannapisa.it iuav.it poliba.it
        upm.es uam.es ucm.es uc3m.es uab.cat uab.es ub.edu upc.edu upf.edu ugr.es us.es uv.es upv.es ehu.es ehu.eus unizar.es usal.es uva.es
        uma.es um.es ua.es uji.es urjc.es uned.es uoc.edu ie.edu iese.edu esade.edu deusto.es unav.es comillas.edu udc.es usc.es uvigo.es
        ulisboa.pt up.pt uc.pt uminho.pt ua.pt unl.pt iscte.pt iscte-iul.pt ucp.pt
        polytechnique.edu ens.fr ens.psl.eu ens-lyon.fr sciencespo.fr sciences-po.fr hec.fr essec.fr essec.edu edhec.edu edhec.com escp.eu
        em-lyon.com emlyon.com insead.edu centralesupelec.fr centrale-marseille.fr ec-lyon.fr ec-nantes.fr mines-paristech.fr
        minesparis.psl.eu
        dauphine.fr dauphine.psl.eu enpc.fr telecom-paris.fr telecom-paristech.fr insa-lyon.fr insa-toulouse.fr grenoble-inp.fr
        sorbonne-universite.fr parisnanterre.fr u-paris.fr pantheonsorbonne.fr assas-universite.fr cnam.fr utc.fr utt.fr epita.fr epitech.eu
        supelec.fr agroparistech.fr ensae.fr skema.edu neoma-bs.fr kedgebs.com audencia.com tbs-education.fr
        cuni.cz cvut.cz muni.cz vutbr.cz vse.cz upol.cz zcu.cz vsb.cz czu.cz stuba.sk uniba.sk tuke.sk ukf.sk euba.sk
        pw.edu.pl elte.hu bme.hu corvinus.hu ceu.edu ceu.hu unideb.hu szte.hu uni-lj.si um.si unizg.hr fer.hr uniri.hr
        bg.ac.rs uoa.gr ntua.gr auth.gr upatras.gr aueb.gr uom.gr ucy.ac.cy
        ubbcluj.ro upb.ro unibuc.ro ase.ro uaic.ro upt.ro uni-sofia.bg unwe.bg tu-sofia.bg
        msu.ru spbu.ru hse.ru mipt.ru bmstu.ru itmo.ru nsu.ru urfu.ru mephi.ru mgimo.ru
        tcd.ie ucd.ie dcu.ie ucc.ie nuigalway.ie universityofgalway.ie ul.ie mu.ie tudublin.ie rcsi.com
        utoronto.ca ubc.ca mcgill.ca uwaterloo.ca ualberta.ca queensu.ca sfu.ca yorku.ca umontreal.ca uottawa.ca mcmaster.ca ucalgary.ca
        concordia.ca ulaval.ca uvic.ca dal.ca usask.ca umanitoba.ca uwo.ca ivey.ca carleton.ca uoguelph.ca torontomu.ca ryerson.ca uqam.ca
        hec.ca polymtl.ca usherbrooke.ca unb.ca mun.ca wlu.ca bcit.ca senecacollege.ca humber.ca
        usp.br unicamp.br ufrj.br ufmg.br ufrgs.br unesp.br ufsc.br ufpr.br unb.br puc-rio.br pucrs.br fgv.br insper.edu.br mackenzie.br
        ufba.br
        unam.mx tec.mx itesm.mx ipn.mx itam.mx uba.ar uchile.cl puc.cl uc.cl usach.cl udec.cl
        huji.ac.il tau.ac.il technion.ac.il biu.ac.il bgu.ac.il weizmann.ac.il
        uct.ac.za wits.ac.za sun.ac.za up.ac.za post.harvard.edu
        cantab.net oxon.org kpi.ua knu.ua lnu.ua karazin.ua nure.ua ukma.kyiv.ua ukma.edu.ua bsu.by bsuir.by bntu.by utcluj.ro uvt.ro ulbsibiu.ro
        ugal.ro umfcd.ro nord.no uandes.cl udp.cl usm.cl uai.cl ubiobio.cl ufro.cl pucv.cl puc.br ktu.edu ksu.lt asu.lt lsmu.lt mruni.eu rsu.lv
        lbtu.lv sgh.waw.pl kozminski.edu.pl icm.edu.pl elf.stuba.sk unipo.sk umb.sk uni-corvinus.hu uni-miskolc.hu pte.hu ppke.hu
        tu-varna.bg uni-plovdiv.bg nbu.bg uns.ac.rs etf.rs fon.bg.ac.rs unizd.hr unios.hr efzg.hr ef.uni-lj.si unibl.org unsa.ba ukim.mk finki.ukim.mk
        unitir.edu.al uni-pr.edu usm.md utm.md ase.md tsu.ge iliauni.edu.ge ysu.am aua.am khazar.org ada.edu.az nu.edu.kz kaznu.kz kbtu.kz
        tut.fi uwasa.fi arcada.fi laurea.fi tamk.fi turkuamk.fi mdu.se du.se hb.se hig.se hkr.se bth.se shh.se usn.no inn.no ruc.dk
        cbs.dk kea.dk ucl.dk ru.is bifrost.is unak.is u-tokyo.jp keio.jp waseda.jp kyoto-u.jp pusan.kr korea.ac.kr uniandes.co utp.edu.co unal.edu.co
        unibg.it unibs.it univaq.it uniurb.it unisalento.it unicas.it unicam.it unipg.it unich.it unimol.it unifg.it uniparthenope.it
        unina2.it unisannio.it unistrasi.it unistrapg.it uninsubria.it uniupo.it unimc.it univpm.it unitus.it unite.it unirc.it uniss.it unint.eu
        unilink.it lumsa.it iulm.it unisob.na.it unikore.it unipegaso.it ubi.pt ipb.pt ipl.pt ips.pt utad.pt uac.pt uma.pt uevora.pt ualg.pt
        unican.es uclm.es uniovi.es ulpgc.es ull.es ual.es uca.es uco.es ujaen.es uhu.es unex.es unileon.es ubu.es unirioja.es uib.es uib.cat udg.edu
        udl.cat urv.cat umh.es upct.es upna.es ucam.edu uah.es nebrija.es uem.es ceu.es ufv.es unir.net uloyola.es upo.es uimp.es
        unistra.fr u-bordeaux.fr uca.fr uha.fr utbm.fr enac.fr isae-supaero.fr imt-atlantique.fr telecom-sudparis.eu ensam.eu inp-toulouse.fr
        ut-capitole.fr parisdescartes.fr upmc.fr upec.fr uvsq.fr cyu.fr inalco.fr ehess.fr ephe.fr univ-tlse3.fr icp.fr devinci.fr
        tugraz.at fh-joanneum.at meduniwien.ac.at campus02.at technikum-wien.at mci.edu donau-uni.ac.at modul.ac.at
        uregina.ca lakeheadu.ca uqac.ca uqtr.ca uqar.ca uqo.ca uqat.ca etsmtl.ca inrs.ca teluq.ca umoncton.ca upei.ca acadiau.ca stfx.ca mta.ca
        smu.ca msvu.ca brocku.ca trentu.ca uwindsor.ca nipissingu.ca laurentian.ca ontariotechu.ca uoit.ca ocadu.ca unbc.ca tru.ca uleth.ca
        athabascau.ca mtroyal.ca macewan.ca brandonu.ca uwinnipeg.ca kpu.ca capilanou.ca viu.ca
        nuim.ie wit.ie setu.ie atu.ie itcarlow.ie cit.ie mtu.ie lit.ie tus.ie dit.ie ittdublin.ie iadt.ie dkit.ie gmit.ie itsligo.ie ncirl.ie
        hanze.nl hz.nl inholland.nl zuyd.nl windesheim.nl nhlstenden.com buas.nl arteveldehs.be thomasmore.be ucll.be ehb.be vives.be odisee.be
        tuit.uz nuu.uz uwed.uz tsue.uz uem.mz up.ac.mz uan.ao ucan.edu usj.edu.lb unikin.ac.cd aau.edu.et uonbi.ac.ke
        hs-osnabrueck.de fh-aachen.de fh-dortmund.de fh-muenster.de hsbi.de hawk.de ostfalia.de jade-hs.de reutlingen-university.de
        hochschule-trier.de hft-stuttgart.de dshs-koeln.de mh-hannover.de tiho-hannover.de zhb.de udk-berlin.de filmuniversitaet.de
        tu-dresden.de code.berlin ism.de iubh.de gisma.com hwr-berlin.de beuth-hochschule.de bht-berlin.de alice-salomon.de
        spbstu.ru kpfu.ru tsu.ru tpu.ru susu.ru fa.ru rea.ru ranepa.ru rudn.ru misis.ru sfu-kras.ru dvfu.ru
        hku.hk ust.hk cuhk.hk cityu.hk polyu.hk ucdconnect.ie tu-berlin.de tu-braunschweig.de uni-hannover.de uni-due.de uni-bonn.de
        fh-potsdam.de hfbk-hamburg.de hcu-hamburg.de hfg-karlsruhe.de unibz.it unitn.eu isep.ipp.pt ipp.pt ipleiria.pt ipcb.pt ipv.pt
        ulusofona.pt lusiada.pt europeia.pt put.poznan.pl uni.lodz.pl uni.wroc.pl uni.torun.pl umk.pl osu.cz ujep.cz uhk.cz tul.cz utb.cz
        mendelu.cz jcu.cz slu.cz vspj.cz upce.cz vfu.cz amu.cz upjs.sk truni.sk ucm.sk spu.sk tuzvo.sk vsmu.sk uni-obuda.hu semmelweis.hu
        sze.hu uni-nke.hu nje.hu mome.hu usv.ro uoradea.ro unitbv.ro ulbs.ro umfiasi.ro umfcluj.ro snspa.ro uvvg.ro upg-ploiesti.ro
        uni-ruse.bg mu-varna.bg shu.bg swu.bg teipir.gr uniwa.gr uoi.gr uoc.gr tuc.gr unipi.gr panteion.gr hua.gr aegean.gr duth.gr
        uth.gr hmu.gr ionio.gr teiath.gr unist.hr unipu.hr unin.hr upr.si ung.si untz.ba unze.ba unmo.ba ues.rs.ba helmo.be hepl.be
        henallux.be ephec.be ichec.be pxl.be erasmushogeschool.be hsleiden.nl wdka.nl codarts.nl artez.nl aeres.nl vhluniversity.com
        itc.nl konstfack.se esh.se ehs.se sh.se hv.se miun.se mdh.se gih.se kmh.se himolde.no hiof.no hioa.no hit.no hib.no nla.no mf.no
        aho.no nih.no karelia.fi savonia.fi seamk.fi samk.fi xamk.fi jamk.fi oamk.fi lapinamk.fi ulapland.fi centria.fi vamk.fi diak.fi
        novia.fi uniarts.fi phabsalon.dk ucn.dk ucsyd.dk eaaa.dk easv.dk kadk.dk lhi.is holar.is emu.ee eek.ee artun.ee ebs.ee turiba.lv
        venta.lv du.lv riseba.lv vdu.lt vgtu.lt lsu.lt lka.lt ism.lt spbgu.ru guap.ru etu.ru sut.ru mai.ru gubkin.ru mpei.ru miet.ru
        mirea.ru mgpu.ru mpgu.su sechenov.ru sstu.ru sgu.ru unn.ru ssau.ru sfedu.ru kubsu.ru nstu.ru omsu.ru omgtu.ru usurt.ru psu.ru
        pstu.ru vsu.ru vstu.ru vvsu.ru narfu.ru petrsu.ru kantiana.ru ubishops.ca royalroads.ca algonquincollege.com georgebrown.ca
        sheridancollege.ca centennialcollege.ca uach.mx udg.mx uanl.mx buap.mx uaemex.mx uady.mx ugto.mx colmex.mx udlap.mx iteso.mx
        ibero.mx anahuac.mx uv.mx uaq.mx ucv.ve usb.ve ula.ve utem.cl ucn.cl uta.cl utalca.cl userena.cl uach.cl ufrontera.cl uv.cl
        unab.cl umayor.cl ucsc.cl uct.cl uahurtado.cl una.cr tec.cr
        """
}
